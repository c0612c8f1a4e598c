import { hideInJson, type JsonValue } from '@helpcrunch-customer-kit/core';

/** Characters that a terminal obeys, and that JSON would leave as they are. */
const obeyed = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A value as JSON, on one line without `indent`: keys hidden text by text, since one may be written otherwise in JSON than it is. */
export function jsonText(value: unknown, hide: (text: string) => string, indent?: number): string {
  const plain: JsonValue = JSON.parse(JSON.stringify(value));
  const text = JSON.stringify(hideInJson(plain, hide), null, indent);
  return text.replaceAll(
    obeyed,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
