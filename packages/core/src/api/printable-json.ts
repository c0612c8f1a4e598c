import { terminalControls } from '../customer/format.ts';
import { isJsonObject } from '../customer/json.ts';

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
  const text = JSON.stringify(value, (_name, part: unknown) => hideIn(part, hide), indent);
  return text.replaceAll(terminalControls, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text, or the names of an object; the values in it come next. Hardly any object is copied. */
function hideIn(part: unknown, hide: (text: string) => string): unknown {
  if (typeof part === 'string') return hide(part);
  if (!isJsonObject(part)) return part;
  const names = Object.keys(part);
  const hidden = names.map(hide);
  return names.every((name, index) => name === hidden[index])
    ? part
    : Object.fromEntries(names.map((name, index) => [hidden[index], part[name]]));
}
