/** Rule-based reading of Chinese government documents: a `Document` in, records with evidence out. */
export { checkBetweenYears } from './checks/between-years.ts';
export type * from './document.ts';
export type { Considered } from './evidence.ts';
export { type Explained, type ExtractOptions, explained, extract } from './extract.ts';
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
