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

type JsonObjectResult =
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

/** Returns what is wrong with a text, or undefined. */
export type TextCheck = (text: string) => string | undefined;

/** Counted in code points. Source: seen for notes and custom values. */
const maxTextLength = 255;

/** No rule is known for the field: any text passes. */
export const anyText: TextCheck = () => undefined;

export const shortText: TextCheck = (text) =>
  [...text].length > maxTextLength ? symfonyMessages.tooLong(maxTextLength) : undefined;

/** Text, an at sign, a domain with a dot; no blanks. Every plausible address passes. Source: our choice. */
export const emailText: TextCheck = (text) =>
  /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(text) ? undefined : symfonyMessages.email;

/** A string of UNIX seconds. Source: documented. */
export const secondsText: TextCheck = (text) => (/^\d+$/.test(text) ? undefined : symfonyMessages.invalid);

/** Every two-letter code of ISO 639-1, which the documentation names as the standard. */
const languages = new Set(
  `aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
  en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
  ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na
  nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so
  sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh
  zu`.split(/\s+/),
);

/** A language of ISO 639-1 in lowercase: `uk`, not `UK` or `uk-UA`. Refusing the others is our choice. */
export const localeText: TextCheck = (text) => (languages.has(text) ? undefined : symfonyMessages.locale);

/** Reads an optional text. Null and `""` count as not sent: our choice, HelpCrunch's behavior is not known. */
export function readText(value: unknown, path: string, check: TextCheck, report: ReportError): string | null {
  if (value === undefined || value === null || value === '') {
    return null;
  }
  if (typeof value !== 'string') {
    report(path, symfonyMessages.type('string'));
    return null;
  }
  const message = check(value);
  if (message !== undefined) {
    report(path, message);
  }
  return value;
}

/** Reads the required name of a tag or a custom attribute; `''` after an error. */
export function readName(value: unknown, path: string, report: ReportError): string {
  if (value === undefined || value === null) {
    report(path, symfonyMessages.missing);
  } else if (typeof value !== 'string') {
    report(path, symfonyMessages.type('string'));
  } else if (value.trim() === '') {
    report(path, symfonyMessages.blank);
  } else {
    return value;
  }
  return '';
}
