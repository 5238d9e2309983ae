/** The keys of an annual report's `summary`; apart from the schema, whose library no reader loads. */

/** The same keys in every era, so that years can be compared. */
export const summaryKeys = [
  'proactive_total',
  'requests_received',
  'requests_completed',
  'granted',
  'partially_granted',
  'refused',
  'reconsideration_total',
  'reconsideration_corrected',
  'litigation_total',
  'litigation_corrected',
  'fees_yuan',
  'staff_full_time',
  'staff_part_time',
  'interpretation_articles',
] as const;
