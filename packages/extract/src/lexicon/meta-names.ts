/** The ten mandatory page meta tags as 《政府网站发展指引》 (国办发〔2017〕47号) spells them; pages vary the case. */
const STANDARD: readonly string[] = [
  'SiteName',
  'SiteDomain',
  'SiteIDCode',
  'ColumnName',
  'ColumnDescription',
  'ColumnKeywords',
  'ColumnType',
  'ArticleTitle',
  'PubDate',
  'ContentSource',
];

const byLowerCase = new Map(STANDARD.map((name) => [name.toLowerCase(), name]));

/** The standard spelling of the mandatory names; other names as found. */
export const metaName = (name: string): string => byLowerCase.get(name.toLowerCase()) ?? name;
