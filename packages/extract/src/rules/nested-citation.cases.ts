export { nestedTables as tables } from './citation.cases.ts';
