/** The content of a cell in an XML Spreadsheet, by the type that it declares. */
import type { CellObject } from '@e965/xlsx';
import { UnreadableError } from '../../../../errors.ts';

/** Writes a number by a format code. */
export type FormatNumber = (code: string, value: number) => string;

const dayLength = 86_400_000;
/** Days from the first of January 1900, as Excel counts them, to that of 1970. */
const epoch = 25_569;
const generalDate = 'yyyy/m/d';
const instant = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d{0,6})?)?$/;

/** @throws {UnreadableError} when a number or date is none. */
export function cellOf(
  type: string,
  text: string,
  format: string,
  write: FormatNumber,
): CellObject {
  switch (type) {
    case 'Number':
      return numberCell(Number(text.trim()), text, format, write);
    case 'DateTime': {
      const code = format === 'General' ? generalDate : format;
      return numberCell(serialOf(text.trim()), text, code, write);
    }
    case 'Boolean':
      return { t: 'b', v: text.trim() === '1', w: text.trim() === '1' ? 'TRUE' : 'FALSE' };
    case 'Error':
      return { t: 'e', v: 0, w: text.trim() };
    default:
      return { t: 's', v: text, w: text };
  }
}

function numberCell(value: number, text: string, code: string, write: FormatNumber): CellObject {
  if (text.trim() === '' || Number.isNaN(value)) {
    throw new UnreadableError(
      'XML spreadsheet',
      `${JSON.stringify(text.slice(0, 40))} is no number`,
    );
  }
  return { t: 'n', v: value, w: write(code, value), z: code };
}

function serialOf(text: string): number {
  const parts = instant.exec(text)?.slice(1).map(Number);
  if (!parts) return Number.NaN;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, milli = 0] = parts.map(
    (part) => (Number.isNaN(part) ? 0 : part),
  );
  return Date.UTC(year, month - 1, day, hour, minute, second, milli) / dayLength + epoch;
}
