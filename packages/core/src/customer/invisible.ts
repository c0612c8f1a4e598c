/**
 * Characters that people cannot see: controls (C0, C1, DEL), and everything that Unicode ignores by default, such as
 * zero-width, bidirectional, and tag characters, and Hangul fillers. Line breaks and tabs are blanks.
 */
const invisible = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/u;
const allInvisible = new RegExp(invisible, 'gu');
const blankControls = /[\t\n\r]/;

let sharedSequences: RegExp | undefined;

/**
 * Joiners between emoji, flags of regions, and joiners in scripts that need them: part of what people see. Made when it
 * is first needed: reading the expression takes longer than loading the rest of this package.
 */
function visibleSequences(): RegExp {
  sharedSequences ??=
    /\p{RGI_Emoji}|[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}][\u180b-\u180e\u200c\u200d]+|[\p{Emoji}\p{Script=Han}][\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gv;
  return sharedSequences;
}

/**
 * The invisible characters of a text, each once, as `U+200B`. With `keepSequences`, those that belong to an emoji or a
 * script stay: 👩‍🚀, می‌خواهم.
 */
export function invisibleCharacters(text: string, { keepSequences = false } = {}): readonly string[] {
  if (!invisible.test(text)) return [];
  const checked = keepSequences ? text.replaceAll(visibleSequences(), '') : text;
  return [...new Set(checked.match(allInvisible) ?? [])]
    .filter((one) => !blankControls.test(one))
    .map(formatCharacter);
}

/** The control characters of a text, line breaks and tabs aside, each once. */
export function controlCharacters(text: string): readonly string[] {
  return [...new Set(text.match(/[\p{Cc}]/gu) ?? [])]
    .filter((one) => !blankControls.test(one))
    .map(formatCharacter);
}

/** The text without its invisible characters, and without blanks at its ends. */
export function withoutInvisible(text: string, { keepSequences = false } = {}): string {
  if (!invisible.test(text)) return text.trim();
  const remove = (part: string) =>
    part.replaceAll(allInvisible, (one) => (blankControls.test(one) ? one : ''));
  if (!keepSequences) return remove(text).trim();
  const kept = text.match(visibleSequences()) ?? [];
  return text
    .split(visibleSequences())
    .map((part, index) => remove(part) + (kept[index] ?? ''))
    .join('')
    .trim();
}

/** The text without its control characters, line breaks and tabs aside. */
export function withoutControls(text: string): string {
  return text.replaceAll(/[\p{Cc}]/gu, (one) => (blankControls.test(one) ? one : '')).trim();
}

/** The text without blanks at its ends; empty when nothing of it can be seen. */
export function trimmed(text: string): string {
  const rest = text.trim();
  return rest !== '' && invisible.test(rest) && withoutInvisible(rest) === '' ? '' : rest;
}

/** `U+200B`. */
export function formatCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text with each invisible character as `<U+200B>`, except in emoji and in scripts that need them. */
export function markInvisible(text: string): string {
  if (!invisible.test(text)) return text;
  const mark = (part: string) =>
    part.replaceAll(allInvisible, (one) =>
      /\s/.test(one) && one !== '\ufeff' ? one : `<${formatCharacter(one)}>`,
    );
  const kept = text.match(visibleSequences()) ?? [];
  return text
    .split(visibleSequences())
    .map((part, index) => mark(part) + (kept[index] ?? ''))
    .join('');
}
