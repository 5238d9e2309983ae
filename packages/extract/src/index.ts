/** Rule-based reading of Chinese government documents: a `Document` in, records with evidence out. */
export type * from './document.ts';
export { type ExtractOptions, extract } from './extract.ts';
export { type Fault, faultsOf } from './proof.ts';
export type {
  AnnualReport,
  DocumentRecord,
  Evidence,
  Fact,
  Interpretation,
  Kind,
  OfficialDocument,
  Other,
} from './record.ts';
export { replay, replayAll } from './replay.ts';
export { EXTRACT_VERSION } from './version.ts';
