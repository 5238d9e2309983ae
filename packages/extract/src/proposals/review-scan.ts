/**
 * Reads a scanned form with the help of its 勾稽关系: which digits its identities confirm, which they doubt,
 * and which better reading they suggest. It never changes a number, and leaves digital cells alone.
 */
import type { Identity } from '../checks/identity.ts';
import { orderOf } from '../forms/fields.ts';
import type { Stated } from '../forms/table-facts.ts';
import type { AnnualReport } from '../record.ts';
import { type Confirmed, confirmedBy } from './confirmed.ts';
import { oddCells } from './odd-cells.ts';
import { reasonFor } from './reason.ts';
import { type ScannedCell, scannedCell } from './scanned-cell.ts';
import { type Changes, clusters, Sheet } from './sheet.ts';
import { solvedUnread } from './unread.ts';
import { type Case, type Verdict, verdictOn } from './verdict.ts';

type Proposal = AnnualReport['proposals'][number];

export interface Review {
  /** In the row order of the form. */
  readonly proposals: readonly Proposal[];
  /** Cells that cannot be trusted as they were read. */
  readonly doubted: ReadonlySet<string>;
  /** No doubted cell is among them. */
  readonly confirmed: ReadonlyMap<string, Confirmed>;
}

type Cells = ReadonlyMap<string, ScannedCell>;

const SLASH = '/';
const NOUGHT = '0';
const NOTHING: Review = { proposals: [], doubted: new Set(), confirmed: new Map() };

/** Inside a sum, a cell that says nothing counts as nought; one that cannot be read has no amount. */
function amountsOf(stated: ReadonlyMap<string, Stated>, cells: Cells): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const [key, { fact }] of stated) {
    const isSilent = fact.status === 'blank' || fact.status === 'not_applicable';
    const amount = cells.has(key) ? cells.get(key)?.amount : isSilent ? 0 : fact.value;
    if (fact.source === 'table' && typeof amount === 'number') amounts.set(key, amount);
  }
  return amounts;
}

/** A total that is left empty out of habit is no side of an identity. */
function askable(
  identities: readonly Identity[],
  stated: ReadonlyMap<string, Stated>,
  odd: ReadonlySet<string>,
): readonly Identity[] {
  const says = (key: string): boolean => stated.get(key)?.fact.raw.trim() !== '' || odd.has(key);
  return identities.filter(({ left, right }) =>
    [left, right].every((side) => side.length > 1 || side.every(says)),
  );
}

function proposalsOf({ better, failing }: Verdict, { sheet, cells }: Case): readonly Proposal[] {
  const changes: Changes = new Map([...better].map(([key, { amount }]) => [key, amount]));
  return [...better].flatMap(([key, reading]): Proposal[] => {
    const cell = cells.get(key);
    if (!cell) return [];
    const reason = reasonFor(cell, reading, failing, sheet, changes);
    return [{ key, value: reading.value, reason }];
  });
}

function scannedCells(
  stated: ReadonlyMap<string, Stated>,
  said: ReadonlyMap<string, number>,
): Cells {
  const found = [...stated].flatMap(([key, one]) => scannedCell(key, one, said.get(key)) ?? []);
  return new Map(found.map((cell) => [cell.key, cell]));
}

/** Cells in which no number was recognised. */
function proposalsForUnread(
  cells: Cells,
  identities: readonly Identity[],
  amounts: ReadonlyMap<string, number>,
): readonly Proposal[] {
  return [...cells.values()]
    .filter(({ amount }) => amount === null)
    .flatMap((cell): Proposal[] => {
      const solved = solvedUnread(cell, identities, amounts);
      if (!solved) return [];
      const { key, reading, equations } = solved;
      const sheet = new Sheet(identities, new Map([...amounts, [key, 0]]));
      const changes = new Map([[key, reading.amount]]);
      return [
        { key, value: reading.value, reason: reasonFor(cell, reading, equations, sheet, changes) },
      ];
    });
}

/**
 * Reviews the cells that were read by OCR.
 *
 * @param said What the running text says of a key, where it says one exact number.
 */
export function reviewScan(
  identities: readonly Identity[],
  stated: ReadonlyMap<string, Stated>,
  said: ReadonlyMap<string, number>,
): Review {
  const cells = scannedCells(stated, said);
  if (cells.size === 0) return NOTHING;
  const odd = oddCells(cells.values());
  const amounts = amountsOf(stated, cells);
  const asked = askable(identities, stated, odd);
  const sheet = new Sheet(asked, amounts);
  const trusted = new Set(
    [...said.keys()].filter((key) => stated.get(key)?.fact.value === said.get(key)),
  );
  const texts = new Set([...cells.values()].map(({ text }) => text));
  const hasSlashes = texts.has(SLASH) && !texts.has(NOUGHT);
  const known: Case = { sheet, cells, trusted, hasSlashes };
  const failing = sheet.equations.filter((equation) => !sheet.holds(equation));
  const verdicts = clusters(failing, (key) => cells.has(key)).map((one) => verdictOn(one, known));
  const doubted = new Set([...odd, ...verdicts.flatMap((one) => [...one.doubted])]);
  const confirmed = [...confirmedBy(sheet, cells, trusted)].filter(([key]) => !doubted.has(key));
  const proposals = [
    ...proposalsForUnread(cells, asked, amounts),
    ...verdicts.flatMap((one) => proposalsOf(one, known)),
  ];
  return {
    proposals: proposals.sort((a, b) => orderOf(a.key) - orderOf(b.key)),
    doubted,
    confirmed: new Map(confirmed),
  };
}
