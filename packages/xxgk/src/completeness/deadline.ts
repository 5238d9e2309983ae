/** When the annual report of a year has to be published. */

/** Of the regulation in force from 2008 to 2019 (国务院令第492号), for everyone: 31 March. */
const firstYear = 2008;
/** First year under the revised regulation (国务院令第711号, in force since 15 May 2019). */
const revised = 2019;

/** Reports of a government as a whole are published by its office in charge until 31 March. */
const government = /人民政府$/;

/**
 * The last day on which it is in time, `YYYY-MM-DD`; undefined before there was a duty to report.
 *
 * Since 2019 departments have until 31 January (the revised regulation, on annual reports of departments),
 * and governments until 31 March as before. Of towns the regulation does not speak: they are given the
 * later day.
 *
 * @param year That is reported about.
 * @param agency Full name.
 */
export function deadlineOf(year: number, agency: string): string | undefined {
  if (year < firstYear) return undefined;
  const day = year < revised || government.test(agency) ? '03-31' : '01-31';
  return `${year + 1}-${day}`;
}
