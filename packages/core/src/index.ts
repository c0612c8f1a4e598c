export type { ApiFailure, NotSentReason, UncertainReason } from './api/api-failure.ts';
export { ApiKey, type ApiKeyProblem, type ApiKeyReading } from './api/api-key.ts';
export { type BaseUrlProblem, type BaseUrlReading, defaultBaseUrl, readBaseUrl } from './api/base-url.ts';
export { type CannotTellReason, type Check, type CheckOptions, checkOutcome } from './api/check-outcome.ts';
export { type AnswerComparison, type Change, compareAnswer } from './api/compare-answer.ts';
export {
  type Connection,
  type ConnectionOptions,
  connect,
  defaultAnswerTimeout,
} from './api/connection.ts';
export { type CreateOptions, createCustomer } from './api/create-customer.ts';
export { curlCommand } from './api/curl-command.ts';
export type { Fetch } from './api/fetch-once.ts';
export {
  customerId,
  type Duplicates,
  duplicateCustomers,
  type FindDuplicatesResult,
  findDuplicates,
} from './api/find-duplicates.ts';
export type {
  Cancelled,
  Created,
  CustomerExists,
  DryRun,
  Invalid,
  Issue,
  NotSent,
  Outcome,
  OutcomeName,
  RateLimited,
  Rejected,
  Unauthorized,
  Unknown,
  UnknownReason,
  UserIdTaken,
} from './api/outcome.ts';
export { planCustomer } from './api/plan-customer.ts';
export type { UnreadableReason } from './api/read-body.ts';
export type { Refusal } from './api/refusal.ts';
export type { LookUpFailure, Matches } from './api/search.ts';
export {
  createSendGuard,
  defaultRepeatWindow,
  type SendGuard,
  type SendGuardOptions,
  type SendPermit,
} from './api/send-guard.ts';
export { stopBeforeSending } from './api/stop-before-sending.ts';
export { buildPayload } from './customer/build-payload.ts';
export type {
  CustomDataDraft,
  CustomDataEntryDraft,
  CustomerDraft,
  TagDraft,
} from './customer/customer-draft.ts';
export { isCustomDataList } from './customer/customer-draft.ts';
export type { Certainty, CustomerField, FieldFact, FieldKind, FieldPart } from './customer/customer-field.ts';
export {
  type CustomerFieldKey,
  type CustomerFieldRow,
  customerField,
  customerFields,
} from './customer/customer-fields.ts';
export type {
  CreateCustomerPayload,
  CustomDataEntry,
  CustomDataValue,
  Tag,
} from './customer/customer-payload.ts';
export { hasErrors, type IssueShape, type Severity } from './customer/issue.ts';
export { isWithin, type JsonPointer, pointerSegments, toPointer } from './customer/json-pointer.ts';
export {
  isJsonObject,
  type JsonKind,
  type JsonObject,
  type JsonValue,
  jsonKind,
} from './customer/json-value.ts';
export { containsKeyLikeText, hideKeys } from './customer/key-like-text.ts';
export { type DateReading, readDate } from './customer/read-date.ts';
export { checkMessage, lookUpFailureSentence } from './messages/check-message.ts';
export { customerName, foundCustomerName } from './messages/customer-name.ts';
export { cutFindingsSentence } from './messages/cut-findings-sentence.ts';
export { dateText } from './messages/date-text.ts';
export { issueSentence } from './messages/issue-sentence.ts';
export type { IssueCode } from './messages/issue-words.ts';
export type { AccountKind, Message } from './messages/message.ts';
export { outcomeMessage } from './messages/outcome-message.ts';
export { apiKeyWords, baseUrlWords } from './messages/reason-words.ts';
export type { Surface } from './messages/surface.ts';
export { cssColorNames, cssColorToHex, isCssColor, suggestCssColor } from './validation/css-color.ts';
export { customerPlaces } from './validation/customer-places.ts';
export { type FoundCustomer, findCustomers } from './validation/find-customers.ts';
export { customerSchemaId, isCustomerFileName, isCustomerJson } from './validation/is-customer-json.ts';
export { defaultJsonLimits, type JsonLimits } from './validation/json-limits.ts';
export { type JsonText, readJsonText, type TextRange } from './validation/json-text.ts';
export { isLocale, type Locale, locales, suggestLocale } from './validation/locale.ts';
export { type ReadCustomer, readCustomer } from './validation/read-customer.ts';
export { type ReadCustomerText, readCustomerText } from './validation/read-customer-text.ts';
export { type PastedCustomers, readPaste } from './validation/read-paste.ts';
export { type LocalIssue, validateCustomer } from './validation/validate-customer.ts';
export {
  type FileMemory,
  type JudgedCustomer,
  type JudgedFile,
  validateCustomerFile,
} from './validation/validate-customer-file.ts';
