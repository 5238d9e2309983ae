/** The documents that `xxgk demo` reads: what each file is, and how its bytes are made. */
import iconv from 'iconv-lite';
import { asMirrorPage } from './carriers/mirror.ts';
import { asPdf, type PdfFonts } from './carriers/pdf.ts';
import { asScans, type Face } from './carriers/scan.ts';
import { asScanPdf } from './carriers/scan-pdf.ts';
import { asPage, type Site } from './carriers/web.ts';
import { asWord } from './carriers/word.ts';
import { notice2019 } from './texts/notice-2019.ts';
import { notice2020 } from './texts/notice-2020.ts';
import { questions2023 } from './texts/questions-2023.ts';
import { report2015 } from './texts/report-2015.ts';
import { report2016 } from './texts/report-2016.ts';
import { report2017 } from './texts/report-2017.ts';
import { report2022 } from './texts/report-2022.ts';

export interface Sample {
  readonly file: string;
  make(fonts: SampleFonts): Promise<Uint8Array>;
}

export interface SampleFonts {
  readonly drawn: Face;
  readonly pdf: PdfFonts;
}

const jingmen: Site = {
  name: '荆门市人民政府门户网站',
  code: '4208000000',
  charset: 'gb2312',
  column: ['首页', '政务公开', '荆门市民政局', '信息公开年报'],
  publisher: '荆门市民政局',
  published: '2016-03-01',
  index: '011266405/2016-10021',
  attachment: { name: '荆门市民政局2015年年报.doc', href: './P020160301355500000000.doc' },
};

const binchuan: Site = {
  name: '宾川县人民政府',
  code: '5329240000',
  charset: 'utf-8',
  column: ['首页', '政府信息公开', '政府信息公开年报'],
  publisher: '宾川县农业农村局',
  published: '2023-01-18',
  index: '11532924015200000X/2023-00012',
  attachment: null,
};

const shenmu: Site = {
  name: '神木市人民政府',
  code: '6108810000',
  charset: 'utf-8',
  column: ['首页', '政策解读', '文字解读'],
  publisher: '神木市住房和城乡建设局',
  published: '2023-09-05',
  index: null,
  attachment: null,
};

const scanner = { dpi: 200, skew: 0.6 };

export const samples: readonly Sample[] = [
  { file: 'annual-report-2017.docx', make: async () => asWord(report2017) },
  { file: 'annual-report-2017.pdf', make: async ({ pdf }) => asPdf(report2017, pdf) },
  { file: 'annual-report-2022.html', make: async () => Buffer.from(asPage(report2022, binchuan)) },
  {
    file: 'annual-report-2015-gbk.html',
    make: async () => iconv.encode(asPage(report2015, jingmen), 'gb18030'),
  },
  {
    file: 'annual-report-2016-mirror.html',
    make: async () => Buffer.from(asMirrorPage(report2016, '婺源县林业局', '2017-02-20')),
  },
  { file: 'notice-with-plan-2019.pdf', make: async ({ pdf }) => asPdf(notice2019, pdf) },
  {
    file: 'notice-2020-scan.pdf',
    make: async ({ drawn }) =>
      asScanPdf(asScans(notice2020, drawn, { ...scanner, seal: '莱阳市交通运输局' }), 200),
  },
  {
    file: 'notice-2020-photo.jpg',
    make: async ({ drawn }) => {
      const [page] = asScans(notice2020, drawn, { dpi: 200, skew: -0.8, seal: null });
      if (!page) throw new Error('The notice has no page');
      return page.encode('jpeg', 80);
    },
  },
  { file: 'questions-2023.html', make: async () => Buffer.from(asPage(questions2023, shenmu)) },
];
