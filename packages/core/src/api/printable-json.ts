import { terminalControls } from '../customer/format.ts';
import type { JsonValue } from '../customer/json.ts';
import { hideInJson } from './redactor.ts';

export interface PrintableJsonOptions {
  /** Takes keys out of each text: in JSON one may be written otherwise than it is. */
  readonly hide?: (text: string) => string;
  /** Spaces for each level; everything on one line without it. */
  readonly indent?: number;
}

/** A value as JSON that says the same and steers no terminal: JSON itself leaves DEL, C1 and bidi controls as they are. */
export function printableJson(
  value: unknown,
  { hide = (text) => text, indent }: PrintableJsonOptions = {},
): string {
  const plain: JsonValue = JSON.parse(JSON.stringify(value));
  const text = JSON.stringify(hideInJson(plain, hide), null, indent);
  return text.replaceAll(terminalControls, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
