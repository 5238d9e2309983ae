/** Every table of cases. */

import { tables as addressees } from './addressees.cases.ts';
import { tables as agencyFunction } from './agency-function.cases.ts';
import { tables as agencyName } from './agency-name.cases.ts';
import { tables as asFound } from './as-found.cases.ts';
import { tables as attachmentNames } from './attachment-names.cases.ts';
import type { AnyCases } from './cases.ts';
import { tables as citation } from './citation.cases.ts';
import { tables as classification } from './classification.cases.ts';
import { tables as collapsedDate } from './collapsed-date.cases.ts';
import { tables as compactDate } from './compact-date.cases.ts';
import { tables as contact } from './contact.cases.ts';
import { tables as copiedTo } from './copied-to.cases.ts';
import { tables as creditCode } from './credit-code.cases.ts';
import { tables as date } from './date.cases.ts';
import { tables as disclosure } from './disclosure.cases.ts';
import { tables as docNumber } from './doc-number.cases.ts';
import { tables as effectiveDate } from './effective-date.cases.ts';
import { tables as effectiveFromIssue } from './effective-from-issue.cases.ts';
import { tables as genre } from './genre.cases.ts';
import { tables as heading } from './heading.cases.ts';
import { tables as imprint } from './imprint.cases.ts';
import { tables as innerTitle } from './inner-title.cases.ts';
import { tables as interpretedTitle } from './interpreted-title.cases.ts';
import { tables as interpreter } from './interpreter.cases.ts';
import { tables as joinedLine } from './joined-line.cases.ts';
import { tables as mastheadName } from './masthead-name.cases.ts';
import { tables as nestedCitation } from './nested-citation.cases.ts';
import { tables as orderNumber } from './order-number.cases.ts';
import { tables as orderSigner } from './order-signer.cases.ts';
import { tables as pointText } from './point-text.cases.ts';
import { tables as printedCopies } from './printed-copies.cases.ts';
import { tables as publicity } from './publicity.cases.ts';
import { tables as question } from './question.cases.ts';
import { tables as registrationNumber } from './registration-number.cases.ts';
import { tables as shortForm } from './short-form.cases.ts';
import { tables as signatories } from './signatories.cases.ts';
import { tables as signerNames } from './signer-names.cases.ts';
import { tables as siteCode } from './site-code.cases.ts';
import { tables as subjectTerms } from './subject-terms.cases.ts';
import { tables as term } from './term.cases.ts';
import { tables as urgency } from './urgency.cases.ts';

export const corpus: readonly AnyCases[] = [
  ...addressees,
  ...agencyFunction,
  ...agencyName,
  ...asFound,
  ...attachmentNames,
  ...citation,
  ...classification,
  ...collapsedDate,
  ...compactDate,
  ...contact,
  ...copiedTo,
  ...creditCode,
  ...date,
  ...disclosure,
  ...docNumber,
  ...effectiveDate,
  ...effectiveFromIssue,
  ...genre,
  ...heading,
  ...imprint,
  ...innerTitle,
  ...interpretedTitle,
  ...interpreter,
  ...joinedLine,
  ...mastheadName,
  ...nestedCitation,
  ...orderNumber,
  ...orderSigner,
  ...pointText,
  ...printedCopies,
  ...publicity,
  ...question,
  ...registrationNumber,
  ...shortForm,
  ...signatories,
  ...signerNames,
  ...siteCode,
  ...subjectTerms,
  ...term,
  ...urgency,
];
