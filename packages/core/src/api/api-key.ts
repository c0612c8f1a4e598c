/** Why a text cannot be used as a key. */
export type ApiKeyIssue =
  | 'missing'
  | 'angle-brackets'
  | 'line-break-inside'
  | 'blank-inside'
  | 'invisible-character'
  | 'not-ascii';

export type ApiKeyReading =
  | { readonly ok: true; readonly key: ApiKey }
  | { readonly ok: false; readonly issue: ApiKeyIssue };

/** What people copy along with a key. */
const wrappings = [
  /^(?:(?:export|set)\s+)?HELPCRUNCH_API_KEY=(.*)$/s,
  /^"(.*)"$/s,
  /^'(.*)'$/s,
  /^authorization:(.*)$/is,
  /^bearer(?:\s+(.*))?$/is,
  /^<(.*)>$/s,
];

/** More than anyone copies, and few enough that a long text of brackets takes no time. */
const maxWrappings = 5;

const visible = /[^\s\p{Cc}\p{Cf}]/u;

/**
 * A key that does not show itself: printing, inspecting or serializing it gives `[hidden]`. Only the transport, the
 * redactor and a key store call `reveal`.
 */
export class ApiKey {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /**
   * Reads a key as it comes from the environment, a store or a paste. What people copy along with it is left out:
   * `HELPCRUNCH_API_KEY=`, `Authorization:`, `Bearer`, quotes, the angle brackets of the documentation's example
   * (clients have copied them: seen), line breaks and a byte order mark around it. What no HTTP header can carry is
   * refused.
   */
  static read(text: string | undefined): ApiKeyReading {
    let bare = trimInvisible(text ?? '');
    for (let layer = 0; layer < maxWrappings; layer += 1) {
      bare = wrappings.reduce((wrapped, wrapping) => trimInvisible(wrapped.replace(wrapping, '$1')), bare);
    }
    const issue = issueOf(bare);
    return issue ? { ok: false, issue } : { ok: true, key: new ApiKey(bare) };
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '[hidden]';
  }

  toJSON(): string {
    return '[hidden]';
  }
}

/** A byte order mark and other invisible characters come along from files and web pages. */
function trimInvisible(text: string): string {
  const start = text.search(visible);
  if (start === -1) return '';
  let end = text.length;
  while (!visible.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function issueOf(text: string): ApiKeyIssue | undefined {
  if (text === '') return 'missing';
  if (/[<>]/.test(text)) return 'angle-brackets';
  if (/[\r\n]/.test(text)) return 'line-break-inside';
  if (/\s/.test(text)) return 'blank-inside';
  if (/[\p{Cc}\p{Cf}]/u.test(text)) return 'invisible-character';
  return /^[\x21-\x7e]+$/.test(text) ? undefined : 'not-ascii';
}
