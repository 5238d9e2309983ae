/** OFD packages (GB/T 33190-2016) from the graphic objects of their pages. */
import { zip } from '../zip.ts';

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

export interface OfdXml {
  /** Graphic objects of each page, in order. */
  readonly pages: readonly string[];
  /** Graphic objects of a template that all pages use. */
  readonly template?: string;
  /** Content of PublicRes.xml, e.g. fonts. */
  readonly resources?: string;
  /** Millimetres. */
  readonly size?: readonly [width: number, height: number];
}

const root = (name: string, content: string): string =>
  `${declaration}<ofd:${name} ${namespace}>${content}</ofd:${name}>`;

const layer = (objects: string): string =>
  `<ofd:Content><ofd:Layer ID="900001">${objects}</ofd:Layer></ofd:Content>`;

/** A4, points of the recipes' paper. */
const a4 = [210, 297] as const;

/** The parts by name: a test may add to them or break one before they are packed. */
export function ofdParts({ pages, template, resources = '', size = a4 }: OfdXml) {
  const uses = template === undefined ? '' : '<ofd:Template TemplateID="800" ZOrder="Background"/>';
  const [width, height] = size;
  const common = [
    '<ofd:MaxUnitID>999999</ofd:MaxUnitID>',
    `<ofd:PageArea><ofd:PhysicalBox>0 0 ${width} ${height}</ofd:PhysicalBox></ofd:PageArea>`,
    '<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>',
    ...(template === undefined
      ? []
      : ['<ofd:TemplatePage ID="800" BaseLoc="Tpls/Tpl_0/Content.xml"/>']),
  ].join('');
  const list = pages.map(
    (_, at) => `<ofd:Page ID="${at + 1}" BaseLoc="Pages/Page_${at}/Content.xml"/>`,
  );
  return {
    'OFD.xml': root(
      'OFD',
      '<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>',
    ),
    'Doc_0/Document.xml': root(
      'Document',
      `<ofd:CommonData>${common}</ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages>`,
    ),
    'Doc_0/PublicRes.xml': `${declaration}<ofd:Res ${namespace} BaseLoc="Res">${resources}</ofd:Res>`,
    ...(template === undefined
      ? {}
      : { 'Doc_0/Tpls/Tpl_0/Content.xml': root('Page', layer(template)) }),
    ...Object.fromEntries(
      pages.map((objects, at) => [
        `Doc_0/Pages/Page_${at}/Content.xml`,
        root('Page', uses + layer(objects)),
      ]),
    ),
  } satisfies Record<string, string>;
}

export const ofdPackage = (xml: OfdXml): Buffer => zip(ofdParts(xml));
