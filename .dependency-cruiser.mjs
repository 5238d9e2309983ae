/** Who may import whom (the table of packages in CONTRIBUTING.md), made executable. */

const ours = (...names) => `^packages/(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thing in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'extract-is-pure',
      comment:
        'Extraction is a function of a Document: without disk, network and clock the same document gives the same record, today and in ten years.',
      severity: 'error',
      from: { path: '^packages/extract/src', pathNot: '\\.test\\.ts$' },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'],
        pathNot: '/zod/',
      },
    },
    {
      name: 'extract-knows-nobody',
      comment: 'The document model and the record are the leaves on which everything else hangs.',
      severity: 'error',
      from: { path: ours('extract') },
      to: { path: ours('ingest', 'store', 'xxgk') },
    },
    {
      name: 'ingest-knows-the-document-only',
      comment: 'Reading a carrier must not depend on what is extracted from it.',
      severity: 'error',
      from: { path: '^packages/ingest/src', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^packages/(store|xxgk|extract/src/(?!document\\.ts|file-formats\\.ts|trace\\.ts))',
      },
    },
    {
      name: 'store-knows-document-and-record-only',
      comment: 'The archive keeps what others make and can be read by programs that make nothing.',
      severity: 'error',
      from: { path: '^packages/store/src', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/(ingest|xxgk|extract/src/(?!document\\.ts|record\\.ts|trace\\.ts))' },
    },
    {
      name: 'lexicon-is-data',
      comment: 'Vocabulary knows nothing: it can be read, reviewed and extended without the code.',
      severity: 'error',
      from: { path: '^packages/extract/src/lexicon', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/extract/src/(?!lexicon)' },
    },
    {
      name: 'stages-do-not-call-each-other',
      comment:
        'Fetch, decode, parse, ocr and clean hand values on; only the pipeline sees them all, so that each can be run, replaced and tested alone.',
      severity: 'error',
      from: { path: '^packages/ingest/src/(fetch|parse|ocr|clean)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^packages/ingest/src/(fetch|decode|parse|ocr|clean)/',
        pathNot: '^packages/ingest/src/$1/',
      },
    },
    {
      name: 'one-pipeline',
      comment: 'Only pipeline.ts composes the stages; commands and workers use it.',
      severity: 'error',
      from: {
        path: '^packages/xxgk/src',
        pathNot:
          '(pipeline\\.ts|reader/|/crawl/|commands/(extract|crawl|doctor|doctor/engines)\\.ts|fetching|\\.test\\.ts)',
      },
      to: { path: '^packages/ingest/src/(decode|parse|ocr|clean)/' },
    },
    {
      name: 'tests-stay-outside',
      comment: 'The product must run where there are no tests.',
      severity: 'error',
      from: { path: '^packages/.*/src', pathNot: '\\.test\\.ts$' },
      to: { path: '(^test/|\\.test\\.ts$|vitest|fast-check)' },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that leads nowhere fails on the first machine that is not yours.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
