/** The simulated sites, one for each family of systems, made from a seed and served on this machine. */
import { type ServedSite, serveSite } from '../serve-site.ts';
import { type FamilySite, familySite } from './family-site.ts';
import { gkmlpt } from './gkmlpt.ts';
import { jcms } from './jcms.ts';
import { jpaas } from './jpaas.ts';
import { type PlanSize, planOf } from './plan.ts';
import { trs } from './trs.ts';
import { ucap } from './ucap.ts';
import { vsb } from './vsb.ts';

export const conventions = [jcms, jpaas, trs, vsb, ucap, gkmlpt] as const;

export interface ServedFamily {
  readonly name: string;
  readonly site: FamilySite;
  readonly served: ServedSite;
}

/** All of them, each with what it publishes. */
export async function serveFamilies(size: PlanSize): Promise<readonly ServedFamily[]> {
  const sites = conventions.map(async (convention, index): Promise<ServedFamily> => {
    const site = await familySite(convention, planOf(index + 1, size));
    const served = await serveSite((path) => site.find(path));
    // Sitemaps are named by whole addresses, and the port is known only now.
    const robots = site.resources.get('/robots.txt');
    const body = String(robots?.body ?? '').replaceAll('http://SITE', served.origin);
    site.resources.set('/robots.txt', { ...robots, body });
    return { name: convention.name, site, served };
  });
  return await Promise.all(sites);
}
