/** The OCR engines: which are there, in which versions, and what each is used for. */
import type { EngineReport } from '@xxgk/ingest/ocr-engines/report';
import { reported } from '../../failures.ts';
import type { Finding } from './finding.ts';

/** One line for each engine, and one more where too few read. */
export async function engineFindings(): Promise<readonly Finding[]> {
  const { reportEngines } = await import('@xxgk/ingest/ocr-engines/report');
  try {
    const reports = await reportEngines();
    const reading = reports.filter(({ wanted, fault }) => wanted && fault === null);
    return [...reports.map((report) => lineOf(report, reading)), ...tooFew(reading)];
  } catch (error) {
    return [{ what: 'OCR', state: 'failed', detail: reported(null, error).message }];
  }
}

function lineOf(report: EngineReport, reading: readonly EngineReport[]): Finding {
  const { name, wanted, fingerprint, fault } = report;
  const what = `OCR engine ${name}`;
  if (fault !== null) return { what, state: wanted ? 'poor' : 'unused', detail: fault };
  const detail = `${fingerprint}: ${wanted ? useOf(report, reading) : 'there; not used unless XXGK_OCR names it'}`;
  return { what, state: wanted ? 'well' : 'unused', detail };
}

/** The first reads everything; the others are asked for numbers. */
function useOf(report: EngineReport, reading: readonly EngineReport[]): string {
  if (reading.indexOf(report) > 0) return 'numbers in tables';
  return reading.length > 1 ? 'text, and numbers in tables' : 'text and numbers';
}

function tooFew(reading: readonly EngineReport[]): readonly Finding[] {
  const [only, second] = reading;
  if (second) return [];
  const detail = only
    ? `only ${only.name} reads: numbers in tables are surer with two engines`
    : 'no engine reads: scanned pages will fail';
  return [{ what: 'OCR', state: only ? 'poor' : 'failed', detail }];
}
