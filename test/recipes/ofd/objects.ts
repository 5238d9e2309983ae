/** Graphic objects as office software writes them; millimetres. */

const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/gu, (sign) => special[sign] ?? sign);

const wide = /[^\u0020-\u007e]/u;

/** Full width for Chinese letters, half of it for Latin ones; parts of the letter height. */
export const advance = (character: string): number => (wide.test(character) ? 1 : 0.5);

const rounded = (value: number): string => String(Math.round(value * 10_000) / 10_000);

/** Distances with runs of equal ones shortened: `5 g 3 2.5`. */
function shortened(deltas: readonly string[]): string {
  const words: string[] = [];
  for (let at = 0; at < deltas.length; ) {
    const delta = deltas[at] ?? '';
    const end = deltas.findIndex((each, index) => index > at && each !== delta);
    const count = (end < 0 ? deltas.length : end) - at;
    words.push(...(count > 1 ? ['g', String(count), delta] : [delta]));
    at += count;
  }
  return words.join(' ');
}

export interface TextLook {
  readonly size: number;
  readonly font?: string;
  /** Red, green, blue. */
  readonly color?: string;
}

/** @param y Baseline. */
export function textObject(text: string, x: number, y: number, look: TextLook): string {
  const { size, font = '1', color = '0 0 0' } = look;
  const characters = [...text];
  const deltas = characters.slice(0, -1).map((each) => rounded(advance(each) * size));
  const width = characters.reduce((sum, each) => sum + advance(each) * size, 0);
  const boundary = [x, y - size, width, size * 1.2].map(rounded).join(' ');
  return (
    `<ofd:TextObject ID="1" Boundary="${boundary}" Font="${font}" Size="${rounded(size)}">` +
    `<ofd:FillColor Value="${color}"/>` +
    `<ofd:TextCode X="0" Y="${rounded(size)}" DeltaX="${shortened(deltas)}">${escaped(text)}` +
    '</ofd:TextCode></ofd:TextObject>'
  );
}

/** A stroked straight line. */
export function lineObject(x0: number, y0: number, x1: number, y1: number): string {
  const place = [x0, y0, Math.abs(x1 - x0) || 0.3, Math.abs(y1 - y0) || 0.3].map(rounded).join(' ');
  const end = `${rounded(x1 - x0)} ${rounded(y1 - y0)}`;
  return (
    `<ofd:PathObject ID="1" Boundary="${place}" LineWidth="0.25">` +
    `<ofd:AbbreviatedData>M 0 0 L ${end}</ofd:AbbreviatedData></ofd:PathObject>`
  );
}
