/** `xxgk status --matrix`: which annual reports are there, agency by year, and which are not. */
import { existsSync } from 'node:fs';
import { Archive, openStore } from '@xxgk/store';
import { matrixLines } from '../completeness/lines.ts';
import { matrixOf, openBooks } from '../completeness/open-matrix.ts';
import { chosenSites, loadConfig, type SiteConfig } from '../crawl/site-config.ts';
import type { StoreOptions } from '../store-place.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';

export interface MatrixOptions extends StoreOptions {
  /** The sites that are expected to report; without the file, the agencies that were found. */
  readonly config: string;
  readonly site?: string;
  readonly from?: number;
  readonly to?: number;
  readonly json?: boolean;
}

export async function matrixCommand(options: MatrixOptions, terminal: Terminal): Promise<Exit> {
  const { site, from, to } = options;
  const sites = await sitesOf(options);
  await using store = await openStore(options.store);
  using books = openBooks(options);
  const parts = { archive: new Archive(store), frontier: books?.frontier, sites };
  const cells = await matrixOf(parts, { site, from, to, now: Date.now() });
  if (options.json) {
    for (const cell of cells) terminal.out(`${JSON.stringify(cell)}\n`);
    return exit.well;
  }
  const lines = matrixLines(cells);
  if (lines.length > 0) terminal.out(`${lines.join('\n')}\n`);
  else
    terminal.say(
      'xxgk: no annual report has been found, and no site with an agency is configured.',
    );
  return exit.well;
}

async function sitesOf({ config, site }: MatrixOptions): Promise<readonly SiteConfig[]> {
  if (!existsSync(config) && site === undefined) return [];
  const loaded = await loadConfig(config);
  if (site !== undefined) chosenSites(loaded, [site]);
  return loaded.sites;
}
