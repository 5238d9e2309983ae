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
  /** Turned so that it runs downwards. */
  readonly down?: boolean;
}

/** @param y Baseline; of a text that runs downwards, where it begins, and `x` its baseline. */
export function textObject(text: string, x: number, y: number, look: TextLook): string {
  const { size, font = '1', color = '0 0 0', down = false } = look;
  const characters = [...text];
  const deltas = characters.slice(0, -1).map((each) => rounded(advance(each) * size));
  const width = characters.reduce((sum, each) => sum + advance(each) * size, 0);
  const area = down ? [x - size * 0.2, y, size * 1.2, width] : [x, y - size, width, size * 1.2];
  const boundary = area.map(rounded).join(' ');
  const turn = down ? ` CTM="0 1 -1 0 ${rounded(size * 1.2)} 0"` : '';
  return (
    `<ofd:TextObject ID="1" Boundary="${boundary}" Font="${font}" Size="${rounded(size)}"${turn}>` +
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

/** @param gray 0 black, 1 white. */
export function barObject(
  x: number,
  y: number,
  width: number,
  height: number,
  gray: number,
): string {
  const [across, down] = [rounded(width), rounded(height)];
  const shade = Math.round(gray * 255);
  return (
    `<ofd:PathObject ID="1" Boundary="${rounded(x)} ${rounded(y)} ${across} ${down}" Stroke="false" Fill="true">` +
    `<ofd:FillColor Value="${shade} ${shade} ${shade}"/>` +
    `<ofd:AbbreviatedData>M 0 0 L ${across} 0 L ${across} ${down} L 0 ${down} C</ofd:AbbreviatedData></ofd:PathObject>`
  );
}
