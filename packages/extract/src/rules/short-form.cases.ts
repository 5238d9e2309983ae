export { shortFormTables as tables } from './citation.cases.ts';
