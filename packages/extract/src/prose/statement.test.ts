import { describe, expect, test } from 'vitest';
import type { Claim } from './claim.ts';
import { smallestQuote } from './smallest-quote.ts';
import { statementCases as catalogue } from './statement.cases.ts';
import { readStatement } from './statement.ts';
import { otherVaried } from './varied/other.cases.ts';
import { proactiveVaried } from './varied/proactive.cases.ts';
import { remediesVaried } from './varied/remedies.cases.ts';
import { requestsVaried } from './varied/requests.cases.ts';

const statementCases = [
  ...catalogue,
  ...proactiveVaried,
  ...requestsVaried,
  ...remediesVaried,
  ...otherVaried,
];

const STATUS = { reported: '', derived: ' derived', zero_by_statement: ' zero', blank: ' blank' };

const short = ({ value, unit, status, bound, precision }: Claim): string =>
  `${value} ${unit}${bound ? ` ${bound}` : ''}${precision === 'rounded' ? ' ≈' : ''}${STATUS[status]}`;

describe('sentences of annual reports', () => {
  test.each(statementCases)(
    '$text',
    ({ text, section = null, year = null, claims, loose = [] }) => {
      const read = readStatement(text, { section, year });
      expect(Object.fromEntries(read.claims.map((claim) => [claim.key, short(claim)]))).toEqual(
        claims,
      );
      expect(read.loose.map(({ label, value, unit }) => `${label} ${value} ${unit}`)).toEqual(
        loose,
      );
    },
  );
});

describe('what is quoted says the same again', () => {
  test.each(statementCases.filter(({ claims }) => Object.keys(claims).length > 0))(
    '$text',
    ({ text, section = null, year = null }) => {
      for (const claim of readStatement(text, { section, year }).claims) {
        const span = smallestQuote(text, claim, { section, year });
        const again = readStatement(text.slice(span.start, span.end), { section, year: null });
        expect(again.claims.find(({ key }) => key === claim.key)?.value).toBe(claim.value);
      }
    },
  );
});

test('a quote is no longer than it has to be', () => {
  const text = '我局高度重视公开工作，全年共收到政府信息公开申请6件，其中网络申请4件，均按时办结。';
  const setting = { section: null, year: null };
  const claims = readStatement(text, setting).claims;
  const quotes = claims.map((claim) => {
    const { start, end } = smallestQuote(text, claim, setting);
    return [claim.key, text.slice(start, end)];
  });
  expect(Object.fromEntries(quotes)).toMatchObject({
    requests_received_total: '全年共收到政府信息公开申请6件',
    requests_online: '其中网络申请4件',
  });
});
