/** Datasets: what a store holds, as tables in the formats that people work in. */
export { type FormatName, formatNames } from './formats/format.ts';
export { type Published, publish } from './publish.ts';
