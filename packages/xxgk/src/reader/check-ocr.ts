/** Looks at the settings of OCR before anything is read: a wrong one would fail every scanned page. */

/**
 * @throws {OcrSettingError} when an engine or a pass is named that is unknown or cannot be used here.
 */
export async function checkOcr(): Promise<void> {
  // Where nothing is set, nothing can be wrong.
  if (!process.env['XXGK_OCR'] && !process.env['XXGK_OCR_WITHOUT']) return;
  const { checkSettings } = await import('@xxgk/ingest/ocr-engines');
  checkSettings();
}
