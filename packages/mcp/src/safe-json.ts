import { isJsonObject, type JsonValue, terminalControls } from '@helpcrunch-customer-kit/core';

const maxTextLength = 4000;
const maxNameLength = 200;
const maxItems = 500;
const maxDepth = 20;

/** What people do not see and a model reads: zero-width characters, tag characters, extra variation selectors. */
const unseen = /[\u200b\u2060-\u2064\ufeff]|[\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/gu;

/**
 * A value as it may be given to an agent: without keys, with control and unseen characters as `\uXXXX`, and with its
 * texts, lists and depth cut. What HelpCrunch stores is data from strangers.
 */
export function safeJson(value: unknown, hide: (text: string) => string, depth = 0): JsonValue {
  if (typeof value === 'string') return safeText(value, hide, maxTextLength);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (depth >= maxDepth) return '… (too deep)';
  if (Array.isArray(value)) {
    const items = value.slice(0, maxItems).map((item) => safeJson(item, hide, depth + 1));
    return value.length > maxItems ? [...items, `… (${value.length} items)`] : items;
  }
  if (!isJsonObject(value)) return null;
  const entries = Object.entries(value).slice(0, maxItems);
  return Object.fromEntries(
    entries
      .filter(([, part]) => part !== undefined)
      .map(([name, part]) => [safeText(name, hide, maxNameLength), safeJson(part, hide, depth + 1)]),
  );
}

/** The same for one text. */
export function safeText(text: string, hide: (text: string) => string, maxLength = maxTextLength): string {
  const hidden = hide(text);
  const cut =
    hidden.length > maxLength ? `${hidden.slice(0, maxLength)}… (${hidden.length} characters)` : hidden;
  return cut.toWellFormed().replaceAll(terminalControls, escapeControl).replaceAll(unseen, escapeCharacter);
}

function escapeControl(character: string): string {
  return character === '\n' || character === '\t' ? character : escapeCharacter(character);
}

function escapeCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return code.length > 4 ? `\\u{${code}}` : `\\u${code}`;
}
