/** Every rule, for replay and for the test that demands cases. */
import type { Rule } from '../rule.ts';
import { addressees } from './addressees.ts';
import { agencyFunction } from './agency-function.ts';
import { agencyName } from './agency-name.ts';
import { asFound } from './as-found.ts';
import { attachmentNames } from './attachment-names.ts';
import { citation } from './citation.ts';
import { classification } from './classification.ts';
import { collapsedDate } from './collapsed-date.ts';
import { compactDate } from './compact-date.ts';
import { address, email, fax, office, person, phone, postcode } from './contact.ts';
import { copiedTo } from './copied-to.ts';
import { creditCode } from './credit-code.ts';
import { date } from './date.ts';
import { disclosure } from './disclosure.ts';
import { docNumber } from './doc-number.ts';
import { effectiveOn, expiresOn } from './effective-date.ts';
import { effectiveFromIssue } from './effective-from-issue.ts';
import { genre } from './genre.ts';
import { heading } from './heading.ts';
import { imprint } from './imprint.ts';
import { innerTitle } from './inner-title.ts';
import { interpretedTitle } from './interpreted-title.ts';
import { interpreterAgency, interpreterContact, interpreterPerson } from './interpreter.ts';
import { joinedLine } from './joined-line.ts';
import { mastheadName } from './masthead-name.ts';
import { nestedCitation } from './nested-citation.ts';
import { orderNumber } from './order-number.ts';
import { orderSigner } from './order-signer.ts';
import { pointText } from './point-text.ts';
import { printedCopies } from './printed-copies.ts';
import { publicity } from './publicity.ts';
import { answerText, questionText } from './question.ts';
import { registrationNumber } from './registration-number.ts';
import { shortForm } from './short-form.ts';
import { signatories } from './signatories.ts';
import { signerNames } from './signer-names.ts';
import { siteCode } from './site-code.ts';
import { indexTerms, subjectTerms } from './subject-terms.ts';
import { term } from './term.ts';
import { urgency } from './urgency.ts';

export const rules: readonly Rule<unknown>[] = [
  addressees,
  agencyFunction,
  agencyName,
  asFound,
  attachmentNames,
  citation,
  classification,
  collapsedDate,
  compactDate,
  address,
  email,
  fax,
  office,
  person,
  phone,
  postcode,
  copiedTo,
  creditCode,
  date,
  disclosure,
  docNumber,
  effectiveFromIssue,
  effectiveOn,
  expiresOn,
  genre,
  heading,
  imprint,
  innerTitle,
  interpretedTitle,
  interpreterAgency,
  interpreterContact,
  interpreterPerson,
  joinedLine,
  mastheadName,
  nestedCitation,
  orderNumber,
  orderSigner,
  pointText,
  printedCopies,
  publicity,
  answerText,
  questionText,
  registrationNumber,
  shortForm,
  signatories,
  signerNames,
  siteCode,
  indexTerms,
  subjectTerms,
  term,
  urgency,
];
