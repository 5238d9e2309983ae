/** Finds a Chinese font of the system for the recipes that draw. */
import { existsSync } from 'node:fs';
import { GlobalFonts } from '@napi-rs/canvas';
import type { PdfFonts } from './carriers/pdf.ts';
import type { Face } from './carriers/scan.ts';

/** Where Debian, Fedora, Arch and macOS put Noto CJK. */
const folders = [
  '/usr/share/fonts/opentype/noto',
  '/usr/share/fonts/google-noto-cjk',
  '/usr/share/fonts/noto-cjk',
  '/Library/Fonts',
];

const files = {
  serif: 'NotoSerifCJK-Regular.ttc',
  serifBold: 'NotoSerifCJK-Bold.ttc',
  sans: 'NotoSansCJK-Regular.ttc',
} as const;

const pathOf = (file: string): string | undefined =>
  folders.map((folder) => `${folder}/${file}`).find((each) => existsSync(each));

/** For writers that read font files themselves: the collection and the face in it. */
export function chineseFontFile(): { readonly path: string; readonly face: string } | null {
  const path = pathOf(files.sans);
  return path === undefined ? null : { path, face: 'NotoSansCJKsc-Regular' };
}

function register(file: string, family: string): boolean {
  const path = pathOf(file);
  return path !== undefined && GlobalFonts.registerFromPath(path, family) !== null;
}

/**
 * The faces for drawn documents, or null where no Chinese font is installed (Debian:
 * `fonts-noto-cjk`): the caller then skips, and says so.
 */
export function chineseFaces(): { readonly serif: Face; readonly sans: Face } | null {
  const serif = register(files.serif, 'Serif SC');
  const bold = register(files.serifBold, 'Serif Bold SC');
  const sans = register(files.sans, 'Sans SC');
  if (!serif || !bold || !sans) return null;
  return {
    serif: { text: 'Serif SC', title: 'Serif Bold SC' },
    sans: { text: 'Sans SC', title: 'Sans SC' },
  };
}

/** Another hand, where Debian's `fonts-arphic-ukai` is installed: 楷体. */
export function kaiFace(): Face | null {
  const path = '/usr/share/fonts/truetype/arphic/ukai.ttc';
  const family = 'AR PL UKai CN';
  const is = existsSync(path) && GlobalFonts.registerFromPath(path) !== null;
  return is && GlobalFonts.has(family) ? { text: family, title: family } : null;
}

/** Files and faces for PDFs, or null as above. */
export function chinesePdfFonts(): PdfFonts | null {
  const text = pathOf(files.serif);
  const title = pathOf(files.serifBold);
  if (text === undefined || title === undefined) return null;
  return {
    text: { path: text, face: 'NotoSerifCJKsc-Regular' },
    title: { path: title, face: 'NotoSerifCJKsc-Bold' },
  };
}
