export type { ApiFailure, NotSentReason, UncertainReason } from './api/api-failure.ts';
export { ApiKey, type ApiKeyIssue, type ApiKeyReading } from './api/api-key.ts';
export {
  type BaseUrlIssue,
  type BaseUrlReading,
  type Connection,
  type ConnectionOptions,
  connect,
  defaultAnswerTimeout,
  defaultBaseUrl,
  type Fetch,
  readBaseUrl,
} from './api/connection.ts';
export { deleteCustomer, type FoundById, type Gone, getCustomer } from './api/customer-by-id.ts';
export { type PrintableJsonOptions, printableJson } from './api/printable-json.ts';
export type { UnreadableReason } from './api/read-body.ts';
export { createRedactor, hideInJson, type Redactor } from './api/redactor.ts';
export {
  commandRefusal,
  commandRefusalMessage,
  curlCommand,
  fetchCode,
  pythonCode,
} from './api/request-code.ts';
export type { LookupFailure, Matches } from './api/search.ts';
export { type AnswerComparison, type Change, compareAnswer } from './create/compare.ts';
export type { CreateContext, Progress } from './create/create-context.ts';
export { type Pause, pauseFor } from './create/create-context.ts';
export { createCustomer, maxResends, rateLimitWait } from './create/create-customer.ts';
export { defaultRepeatWindow } from './create/create-run.ts';
export {
  checkDuplicates,
  checkKey,
  checkManyDuplicates,
  customerId,
  type DuplicateCheck,
  type DuplicateCheckResult,
  duplicateCustomers,
  type KeyCheck,
  userIdHolders,
} from './create/duplicate-check.ts';
export type { Evidence, SeenCustomers, SentAttempt } from './create/evidence.ts';
export {
  type BeginResult,
  type ClassifiedEntry,
  createMemoryLedger,
  hasNews,
  keepsAttempt,
  type Ledger,
  type LedgerEntry,
  type LedgerState,
  type LedgerSubject,
  type Settlement,
} from './create/ledger.ts';
export { type CheckContext, checkCustomer, type Refusal } from './create/look-again.ts';
export type { CannotTellReason, Lookup, UnresolvedLookup } from './create/lookup.ts';
export type {
  Blocked,
  Cancelled,
  Created,
  CustomerExists,
  DryRun,
  Invalid,
  NeedsConfirmation,
  NotSent,
  Outcome,
  OutcomeName,
  RateLimited,
  Rejected,
  Step,
  Unauthorized,
  Unknown,
  UnknownReason,
  UserIdTaken,
} from './create/outcome.ts';
export { type Plan, planCustomer, planOutcome } from './create/plan.ts';
export {
  type AccountKind,
  type AccountLabel,
  type Answer,
  type Approved,
  type Ask,
  answerApproved,
  answerByPerson,
  answerNothing,
  answerYes,
  isFinal,
  mayDuplicate,
  type Question,
  type Reason,
  reasonKey,
} from './create/question.ts';
export { type DateReading, readDate } from './customer/dates.ts';
export type {
  CreateCustomerPayload,
  CustomDataDraft,
  CustomDataEntry,
  CustomDataEntryDraft,
  CustomDataValue,
  CustomerDraft,
  Tag,
  TagDraft,
} from './customer/draft.ts';
export { isCustomDataList } from './customer/draft.ts';
export { buildPayload } from './customer/draft-view.ts';
export type { Certainty, CustomerField, FieldFact, FieldKind, FieldPart } from './customer/field.ts';
export {
  type CustomerFieldKey,
  type CustomerFieldRow,
  customerField,
  customerFields,
  identityFields,
  isDateField,
} from './customer/fields.ts';
export { count, formatDate, oneLine, quote, terminalControls } from './customer/format.ts';
export { hasErrors, type IssueShape, type Severity } from './customer/issue.ts';
export {
  isJsonObject,
  isWithin,
  type JsonKind,
  type JsonObject,
  type JsonPointer,
  type JsonValue,
  jsonKind,
  pointerSegments,
  toPointer,
} from './customer/json.ts';
export { containsKeyLikeText, hiddenMark, hideKeys } from './customer/key-like-text.ts';
export { customerPlaces, type FoundCustomer, findCustomers } from './reading/find-customers.ts';
export {
  customerSchemaId,
  customerTableFormat,
  isCustomerFileName,
  isCustomerJson,
  mayHoldCustomer,
} from './reading/is-customer-json.ts';
export { defaultJsonLimits, type JsonLimits } from './reading/json-limits.ts';
export { type JsonText, type ReadJsonOptions, readJsonText } from './reading/json-text.ts';
export { readLooseText } from './reading/loose-text.ts';
export { type ObjectLiteral, readObjectLiteral } from './reading/object-literal.ts';
export { type ReadCustomer, readCustomer } from './reading/read-customer.ts';
export {
  mergeTextIssues,
  type ReadCustomerText,
  readCustomerJson,
  readCustomerText,
} from './reading/read-customer-text.ts';
export { type PastedCustomers, readPaste } from './reading/read-paste.ts';
export { type TextForm, textForm, textForms } from './reading/syntax-detail.ts';
export { readTag, splitTags, type TagColors, tagText } from './reading/tag-text.ts';
export { changeBetween, type TextChange, type TextRange } from './reading/text-change.ts';
export {
  type VariableName,
  type VariableSource,
  type VariableValues,
  variables,
  variablesIn,
} from './reading/variables.ts';
export {
  type CreateResult,
  createResult,
  type ResultIssue,
  type ResultOptions,
  reasonIssue,
} from './report/create-result.ts';
export {
  apiKeyMessages,
  baseUrlMessages,
  lookupFailureMessage,
  unresolvedLookupMessage,
} from './report/failure-messages.ts';
export { customerName, differenceMessages, foundCustomerName, placeName } from './report/names.ts';
export type { Message } from './report/outcome-message.ts';
export { outcomeMessage } from './report/outcome-message.ts';
export {
  exitCodeOf,
  type OutcomeExitCode,
  type OutcomeTraits,
  outcomeTraits,
  type Tone,
} from './report/outcome-traits.ts';
export { type QuestionMessage, questionMessage, reasonMessage } from './report/reason-message.ts';
export type { Surface } from './report/surface.ts';
export { isPlaceholderText } from './rules/character-rules.ts';
export { cssColorNames, cssColorToHex, isCssColor, suggestCssColor } from './rules/css-color.ts';
export { hiddenIssuesMessage } from './rules/customer-rules.ts';
export { checkList, type ListedCustomer } from './rules/list-rules.ts';
export { isLocale, type Locale, locales, suggestLocale } from './rules/locale-rules.ts';
export {
  certainSuggestion,
  certainSuggestionCodes,
  type Issue,
  type IssueCode,
  issueMessage,
  rules,
} from './rules/rules.ts';
export { validateCustomer } from './rules/validate-customer.ts';
export {
  type FileMemory,
  type ValidatedCustomer,
  type ValidatedFile,
  validateCustomerFile,
} from './rules/validate-customer-file.ts';
