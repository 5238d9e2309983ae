/** A form as agencies publish them: labels as text, what applicants write as fields. */
import { at, hex, PdfFile, type Ref, textString } from './file.ts';

const song = '/Resources << /Font << /F1 5 0 R >> >>';

/** An appearance that shows `text`. */
export const look = (file: PdfFile, text: string): Ref =>
  file.stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 200 20] ${song}`,
    `BT /F1 12 Tf 2 5 Td ${hex(text)} Tj ET`,
  );

const box = (file: PdfFile, ticked: boolean): Ref =>
  file.stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 12 12]',
    `0 0 12 12 re S ${ticked ? '2 2 m 10 10 l S' : ''}`,
  );

const widget = (file: PdfFile, entries: string, [x, y, width]: readonly number[]): Ref =>
  file.add(
    `<< /Type /Annot /Subtype /Widget /F 4 ${entries} ` +
      `/Rect [${x} ${y} ${(x ?? 0) + (width ?? 200)} ${(y ?? 0) + (width === 12 ? 12 : 20)}] >>`,
  );

/** @param needAppearances Whether viewers have to draw the values themselves. */
export function filledForm(needAppearances: boolean): Buffer {
  const file = new PdfFile();
  const font = '/DA (/Helv 12 Tf 0 g)';
  const tick = (name: string, on: boolean, x: number): Ref =>
    widget(
      file,
      `/FT /Btn /T (${name}) /V /${on ? 'Yes' : 'Off'} /AS /${on ? 'Yes' : 'Off'} ` +
        `/AP << /N << /Yes ${box(file, true)} /Off ${box(file, false)} >> >>`,
      [x, 520, 12],
    );
  const fields = [
    widget(
      file,
      `/FT /Tx /T (drawn) /V ${textString('李某')} ${font} /AP << /N ${look(file, '李某')} >>`,
      [150, 640],
    ),
    widget(file, `/FT /Tx /T (bare) /V ${textString('某某局')} ${font}`, [150, 600]),
    widget(
      file,
      `/FT /Ch /Ff 131072 /T (chosen) /V (2) ${font} ` +
        `/Opt [[(1) ${textString('现场领取')}] [(2) ${textString('网上获取')}]]`,
      [150, 560],
    ),
    tick('yes', true, 150),
    tick('no', false, 250),
    file.add(
      `<< /Type /Annot /Subtype /Widget /F 2 /FT /Tx /T (hidden) /V ${textString('藏')} ${font} /Rect [150 400 350 420] >>`,
    ),
  ];
  file.catalog = `/AcroForm << /Fields [${fields.join(' ')}] /NeedAppearances ${needAppearances} ${font} >>`;
  file.page({
    content:
      at(73, 645, '申请人', '', 12) +
      at(73, 605, '受理机关', '', 12) +
      at(73, 565, '获取方式', '', 12) +
      at(165, 520, '同意', '', 12) +
      at(265, 520, '不同意', '', 12),
    entries: `/Annots [${fields.join(' ')}]`,
  });
  return file.bytes();
}

/** A page signed by an agency, the name and the time told by the signature. */
export function signedPage(text: string, signer: string): Buffer {
  const file = new PdfFile();
  const signature = file.add(
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Name ${textString(signer)} ` +
      "/M (D:20210305090000+08'00') /ByteRange [0 10 20 10] /Contents <00> >>",
  );
  const field = file.add(
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V ${signature} /F 132 ` +
      `/Rect [300 300 500 320] /AP << /N ${look(file, '数字签名')} >> >>`,
  );
  file.catalog = `/AcroForm << /Fields [${field}] /SigFlags 3 >>`;
  file.page({ content: at(73, 700, text), entries: `/Annots [${field}]` });
  return file.bytes();
}

/** A form whose pages Adobe Reader makes: the page of the file says only that it has to be waited. */
export function dynamicForm(): Buffer {
  const file = new PdfFile();
  const xfa = file.stream('', '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>');
  file.catalog = `/AcroForm << /Fields [] /XFA ${xfa} >>`;
  file.page({ content: at(73, 700, '请稍候') });
  return file.bytes();
}
