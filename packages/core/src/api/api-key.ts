/** Why a text is no usable key. */
export type ApiKeyProblem = 'missing' | 'angle-brackets' | 'blank-inside' | 'not-ascii';

export type ApiKeyReading =
  | { readonly ok: true; readonly key: ApiKey }
  | { readonly ok: false; readonly problem: ApiKeyProblem };

/** What people copy along with a key. */
const wrappings = [/^"(.*)"$/s, /^'(.*)'$/s, /^authorization:(.*)$/is, /^bearer(?:\s+(.*))?$/is, /^<(.*)>$/s];

/** More than anyone copies, and few enough that a long text of brackets is no work. */
const mostWrappings = 5;

/**
 * A key that does not show itself: printing, inspecting or serialising it gives `[hidden]`. Only the transport, the
 * redactor and a key store call `reveal`.
 */
export class ApiKey {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /**
   * Checks a key as it comes from the environment or a store. Blanks around it are dropped; the angle brackets of the
   * documentation's example (clients have copied them: seen), blanks inside and what no HTTP header can carry are refused.
   */
  static read(text: string | undefined): ApiKeyReading {
    const trimmed = text?.trim() ?? '';
    if (trimmed === '') return { ok: false, problem: 'missing' };
    if (/[<>]/.test(trimmed)) return { ok: false, problem: 'angle-brackets' };
    if (/\s/.test(trimmed)) return { ok: false, problem: 'blank-inside' };
    if (!/^[\x21-\x7e]+$/.test(trimmed)) return { ok: false, problem: 'not-ascii' };
    return { ok: true, key: new ApiKey(trimmed) };
  }

  /** Reads a key as people paste it: with `Authorization:`, `Bearer`, quotes or angle brackets around it. */
  static readPasted(text: string): ApiKeyReading {
    let bare = text.trim();
    for (let layer = 0; layer < mostWrappings; layer += 1) {
      bare = wrappings.reduce((wrapped, wrapping) => wrapped.replace(wrapping, '$1').trim(), bare);
    }
    return ApiKey.read(bare);
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
