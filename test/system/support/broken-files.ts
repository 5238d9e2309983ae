/** Files that cannot be read, each in its own way. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

const samples = fileURLToPath(new URL('../../../samples', import.meta.url));

/** A PDF whose tree of pages is empty. */
const noPages = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj
xref
0 3
0000000000 65535 f
0000000009 00000 n
0000000058 00000 n
trailer << /Root 1 0 R /Size 3 >>
startxref
110
%%EOF
`;

const notFound = `<!doctype html><html><head><meta charset="utf-8"><title>404 页面不存在</title></head>
<body><h1>404</h1><p>您访问的页面不存在或已被删除。</p><a href="/">返回首页</a></body></html>
`;

function encryptedPdf(): Promise<Buffer> {
  const pdf = new PDFDocument({ userPassword: 'secret', ownerPassword: 'owner' });
  const chunks: Buffer[] = [];
  const made = new Promise<Buffer>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
  });
  pdf.text('Nobody may read this.');
  pdf.end();
  return made;
}

/** Writes them into a folder; their names are the keys. */
export async function writeBroken(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const word = await readFile(join(samples, 'annual-report-2017.docx'));
  const files = {
    'empty.pdf': '',
    'unknown.bin': Buffer.from([0xde, 0xad, 0xbe, 0xef, 0, 1, 2, 3]),
    'encrypted.pdf': await encryptedPdf(),
    'truncated.docx': word.subarray(0, word.length / 2),
    'no-pages.pdf': noPages,
    'truncated.pdf': '%PDF-1.7\n1 0 obj << /Type /Cat',
    'not-found.html': notFound,
  };
  await Promise.all(
    Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)),
  );
}
