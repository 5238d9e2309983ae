/** The stages that make a Document of a file. Fetching, OCR and sites have entries of their own. */
export { clean, type ReadPages } from './clean/clean.ts';
export { containerOf, containers } from './containers/index.ts';
export { currentStages } from './current-stages.ts';
export { decode } from './decode/decode.ts';
export {
  DynamicFormError,
  EmptyFileError,
  EncryptedError,
  IngestError,
  NoPagesError,
  type Remedy,
  TooLargeError,
  UnknownFormatError,
  UnreadableError,
  UnsupportedError,
} from './errors.ts';
export { parsers } from './parse/index.ts';
export type { ParseContext, Parser } from './parse/parser.ts';
export type { ContainerOf, Decoded, Parsed, ScanPage, SourceFile, TextPage } from './stage.ts';
export { ocrStage } from './versions.ts';
