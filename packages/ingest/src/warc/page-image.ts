/** Tells the scanned page of a document from the pictures of a site by its size. */
import sharp from 'sharp';

/** Bytes; buttons, icons and most photographs of the web are below. */
const smallest = 50_000;
/** Pixels of an A4 page at 120 dpi; pictures of articles are mostly 800 to 1200 wide, and lower. */
const shorterSide = 990;
const longerSide = 1400;

/** Bytes that are no image by a closer look are none that can be passed over for its size. */
export async function isPageImage(bytes: Uint8Array): Promise<boolean> {
  if (bytes.length < smallest) return false;
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return Math.min(width, height) >= shorterSide && Math.max(width, height) >= longerSide;
  } catch {
    return true;
  }
}
