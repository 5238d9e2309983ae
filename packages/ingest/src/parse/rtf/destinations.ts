/** Groups that are not text: what their content is, by the word that opens them. */

export type Kind =
  /** Read like what is around it. */
  | 'text'
  | 'skipped'
  | 'fonts'
  | 'colors'
  | 'styles'
  | 'header'
  | 'footer'
  | 'note'
  | 'box'
  | 'picture'
  | 'number'
  | 'field'
  | 'fieldCode'
  | 'fieldResult'
  | 'object'
  | 'comment'
  /** Of which only some groups inside are looked at: facts about the file, properties of a shape. */
  | 'facts'
  | 'title'
  | 'propertyName'
  | 'propertyValue'
  /** Text that follows once more in Unicode. */
  | 'twice'
  | 'unicode';

const kinds: Readonly<Record<string, Kind>> = {
  fonttbl: 'fonts',
  colortbl: 'colors',
  stylesheet: 'styles',
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
  footnote: 'note',
  shptxt: 'box',
  dptxbxtext: 'box',
  pict: 'picture',
  listtext: 'number',
  pntext: 'number',
  field: 'field',
  fldinst: 'fieldCode',
  fldrslt: 'fieldResult',
  object: 'object',
  annotation: 'comment',
  // Text that is read although a reader may skip it, or because another reading is skipped.
  shppict: 'text',
  shpinst: 'text',
  nesttableprops: 'text',
  info: 'facts',
  title: 'title',
  sp: 'facts',
  sn: 'propertyName',
  sv: 'propertyValue',
  upr: 'twice',
  ud: 'unicode',
  moMath: 'text',
  moMathPara: 'text',
};

/** Not marked as skippable, and no text of the document. */
const skipped = new Set([
  'nonshppict',
  'nonesttables',
  'shprslt',
  'pn',
  'xe',
  'tc',
  'rxe',
  'listtable',
  'listoverridetable',
  'revtbl',
  'filetbl',
  'ftnsep',
  'ftnsepc',
  'ftncn',
  'aftnsep',
  'aftnsepc',
  'aftncn',
  'mmathPict',
  'mmathPr',
  'objdata',
  'objclass',
  'objname',
  'background',
  'template',
  'private',
  'pgp',
  'themedata',
  'colorschememapping',
  'datastore',
  'latentstyles',
  'bkmkstart',
  'bkmkend',
  'atnid',
  'atnauthor',
]);

/**
 * What a group is.
 *
 * @param starred Whether a reader that does not know the word has to skip the group.
 */
export function kindOf(word: string, starred: boolean): Kind | undefined {
  if (skipped.has(word)) return 'skipped';
  return kinds[word] ?? (starred ? 'skipped' : undefined);
}
