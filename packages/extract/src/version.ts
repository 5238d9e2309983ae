/** Version of extraction: rises when the records for some document change. */
export const EXTRACT_VERSION = '3';
