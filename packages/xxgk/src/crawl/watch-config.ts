/** The part of `sites.yaml` that says what is expected of a site, and whom to tell when it is not so. */
import { z } from 'zod';

const firstReports = 2008;
const lastYear = 2100;

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'http:' || url?.protocol === 'https:';
}

const address = z.string().refine(isWebAddress, 'expected an http or https address');

/** When an address that gives nothing counts as vanished. */
const vanishedAfter = z.strictObject({
  /** Rounds in a row. */
  rounds: z.number().int().min(1).max(100).default(3),
  /** That two of them must be apart. */
  hours: z.number().min(0).max(720).default(0),
});

/** Keys of a site. */
export const watchFields = {
  /** First year of which an annual report is expected; else the first one that was found. */
  reports_since: z.number().int().min(firstReports).max(lastYear).optional(),
  /** Lists of another site, such as the city's portal, that may hold what this one lacks. */
  portal: z.array(address).optional(),
  vanished_after: vanishedAfter.optional(),
} as const;

/** Keys of the whole file. */
export const alarmFields = {
  alarms: z
    .strictObject({
      /** Address to which alarms are posted as JSON. */
      webhook: address.optional(),
    })
    .optional(),
} as const;

export type VanishedAfter = z.infer<typeof vanishedAfter>;

export const defaultVanishedAfter: VanishedAfter = { rounds: 3, hours: 0 };
