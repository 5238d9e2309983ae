/** Finds and reads the statutory forms of a part, in whatever shape they arrived. */
import type { Item } from '../reading.ts';
import { flattenedRows } from './flattened.ts';
import type { ExtraRow, FormReading, FormValue } from './form-value.ts';
import type { Era } from './indicator.ts';
import { readIndicators } from './indicators.ts';
import { readDisclosure } from './read-disclosure.ts';
import { readMatrix } from './read-matrix.ts';
import { readRemedies } from './read-remedies.ts';
import { type FormRow, tableRows } from './row.ts';

export interface Forms {
  /** Null where the part has no statutory form. */
  readonly era: Era | null;
  readonly values: readonly FormValue[];
  readonly extra: readonly ExtraRow[];
  /** Tables and lines that the forms are made of: no prose. */
  readonly items: ReadonlySet<Item>;
}

const filled = (reading: FormReading): number =>
  reading.values.filter((value) => value.cells.some((cell) => cell.text.trim() !== '')).length;

/** The three tables of the forms since 2019, which share an era. */
function readLater(rows: readonly FormRow[]): readonly FormReading[] {
  const disclosure = readDisclosure(rows);
  const matrix = readMatrix(rows);
  const era = disclosure?.era ?? matrix?.era;
  const remedies = readRemedies(rows, era ?? '2021_plus');
  return [disclosure, matrix, remedies].filter((reading) => reading !== undefined);
}

function readRows(rows: readonly FormRow[]): readonly FormReading[] {
  const indicators = readIndicators(rows);
  return [...(indicators ? [indicators] : []), ...readLater(rows)];
}

/** The era of the form that has most of its cells filled in; of equals, the later. */
function eraOf(readings: readonly FormReading[]): Era | null {
  const counts = new Map<Era, number>();
  for (const reading of readings) {
    counts.set(reading.era, (counts.get(reading.era) ?? 0) + filled(reading));
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]))[0]?.[0] ?? null;
}

/** Reads every statutory form among the items of a part. */
export function readForms(items: readonly Item[]): Forms {
  const tables = items.filter((item) => item.kind === 'table');
  const flattened = flattenedRows(items);
  const readings = readRows([...tables.flatMap(tableRows), ...flattened.rows]);
  const era = eraOf(readings);
  const values = new Map<string, FormValue>();
  for (const value of readings.flatMap((reading) => reading.values)) {
    if (!values.has(value.key)) values.set(value.key, value);
  }
  const used = readings.some((reading) =>
    [...reading.items].some((item) => flattened.lines.has(item)),
  );
  return {
    era,
    values: [...values.values()],
    extra: readings.flatMap((reading) => reading.extra),
    items: new Set([
      ...readings.flatMap((reading) => [...reading.items]),
      ...(used ? flattened.lines : []),
    ]),
  };
}
