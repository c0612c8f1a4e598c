/** Collects an error. `path` is written as HelpCrunch does: `email`, `tags[0].name`, `customData[2].value`. */
export type ReportError = (path: string, message: string) => void;

/** The messages of Symfony's Validator, which HelpCrunch's error bodies quote. Source: documented and seen. */
export const symfonyMessages = {
  type: (type: 'string' | 'array' | 'object' | 'scalar' | 'numeric' | 'integer') =>
    `This value should be of type ${type}.`,
  tooLong: (limit: number) => `This value is too long. It should have ${limit} characters or less.`,
  tooMany: (limit: number) => `This collection should contain ${limit} elements or less.`,
  email: 'This value is not a valid email address.',
  locale: 'This value is not a valid locale.',
  invalid: 'This value is not valid.',
  blank: 'This value should not be blank.',
  missing: 'This field is missing.',
  choice: 'The value you selected is not a valid choice.',
  notJson: 'This value should be valid JSON.',
  positive: 'This value should be positive.',
  positiveOrZero: 'This value should be either positive or zero.',
} as const;

/** A JSON object: neither null nor a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type JsonObjectResult =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly message: string };

/**
 * Reads a request body as one JSON object, with any Content-Type (the documentation never names one).
 *
 * A lone surrogate is refused, as PHP's `json_decode` does. Source: our choice.
 */
export function readJsonObject(body: string): JsonObjectResult {
  let value: unknown;
  try {
    value = JSON.parse(body, refuseLoneSurrogates);
  } catch {
    return { ok: false, message: symfonyMessages.notJson };
  }
  return isRecord(value) ? { ok: true, value } : { ok: false, message: symfonyMessages.type('object') };
}

function refuseLoneSurrogates(key: string, value: unknown): unknown {
  if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) {
    throw new SyntaxError('lone surrogate');
  }
  return value;
}
