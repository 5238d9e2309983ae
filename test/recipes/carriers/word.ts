/** A script as a Word file. */
import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Script, ScriptBlock, ScriptTable } from '../script.ts';
import { placeCells } from '../script-grid.ts';

interface Look {
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly halfPoints?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly indent?: boolean;
  readonly pageBreakBefore?: boolean;
}

function line(text: string, { align, halfPoints = 32, bold, color, indent }: Look): Paragraph {
  return new Paragraph({
    ...(align ? { alignment: align } : {}),
    // Two characters of 16 pt, in twentieths of a point.
    ...(indent ? { indent: { firstLine: 640 } } : {}),
    children: [
      new TextRun({
        text,
        size: halfPoints,
        font: '仿宋',
        ...(bold ? { bold } : {}),
        ...(color ? { color } : {}),
      }),
    ],
  });
}

function table(script: ScriptTable): Table {
  const placed = placeCells(script);
  const rows = script.rows.map(
    (_, row) =>
      new TableRow({
        tableHeader: row < script.headerRows,
        children: placed
          .filter((cell) => cell.row === row)
          .map(
            (cell) =>
              new TableCell({
                rowSpan: cell.rowSpan,
                columnSpan: cell.columnSpan,
                children: [line(cell.text, { halfPoints: 21 })],
              }),
          ),
      }),
  );
  return new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } });
}

function blockOf(block: ScriptBlock): Paragraph | Table {
  if ('letterhead' in block) {
    return line(block.letterhead, {
      align: AlignmentType.CENTER,
      halfPoints: 72,
      color: 'D7141A',
    });
  }
  if ('title' in block) {
    return line(block.title, { align: AlignmentType.CENTER, halfPoints: 44, bold: true });
  }
  if ('center' in block) return line(block.center, { align: AlignmentType.CENTER });
  if ('left' in block) return line(block.left, {});
  if ('p' in block) return line(block.p, { indent: true });
  if ('right' in block) return line(block.right, { align: AlignmentType.RIGHT });
  if ('table' in block) return table(block.table);
  return new Paragraph({ pageBreakBefore: true });
}

export async function asWord(script: Script): Promise<Buffer> {
  const document = new Document({ sections: [{ children: script.blocks.map(blockOf) }] });
  return Packer.toBuffer(document);
}
