import { formatKinds, quote } from '../customer/format.ts';
import { trimmed } from '../customer/invisible.ts';
import type { JsonKind } from '../customer/json.ts';
import { defineRule, repeated } from './rule.ts';

const decimal = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?(?:e(?<exponent>[+-]?\d+))?$/i;

/**
 * True when a JSON number literal survives parsing: the number prints as the same decimal, and a whole number is within
 * 2^53, past which neighbors share one value (IEEE 754), or has few digits that are not zeros, as `1e21` has.
 */
export function isExactNumber(literal: string): boolean {
  const value = Number(literal);
  if (!Number.isFinite(value)) return false;
  const printed = String(value);
  if (printed !== literal && normalForm(literal) !== normalForm(printed)) return false;
  return (
    !Number.isInteger(value) || Number.isSafeInteger(value) || significantDigits(printed) <= maxExactDigits
  );
}

/** So many significant digits a 64-bit float always keeps. */
const maxExactDigits = 15;

function significantDigits(literal: string): number {
  return normalForm(literal)?.replace(/^-|e.*$/g, '').length ?? 0;
}

/** Significant digits and power of ten: `1.50`, `15e-1` and `1.5` are all `15e-1`. */
function normalForm(literal: string): string | undefined {
  const groups = decimal.exec(literal)?.groups;
  if (!groups) return undefined;
  const fraction = groups['fraction'] ?? '';
  const digits = `${groups['whole']}${fraction}`.replace(/^0+/, '');
  const significant = withoutTrailingZeros(digits);
  if (significant === '') return '0';
  const exponent = Number(groups['exponent'] ?? 0) - fraction.length + (digits.length - significant.length);
  return `${groups['sign']}${significant}e${exponent}`;
}

/** By hand: `/0+$/` takes quadratic time on a long run of zeros that is not at the end. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

export const entryWithoutProperty = defineRule({
  code: 'entry-without-property',
  severity: 'error',
  title: 'Custom attribute without a property',
  why: 'The property identifies a custom attribute (documented).',
  example: '{"name": "Ada", "customData": [{"value": "pro"}]}',
  message: () => 'This custom attribute has no property. Add one, or remove the attribute.',
  checkEntry: ({ property, propertyPath }) =>
    trimmed(property ?? '') === '' ? { path: propertyPath() } : undefined,
});

export const duplicateProperty = defineRule({
  code: 'duplicate-property',
  severity: 'advice',
  title: 'Duplicate custom property',
  why: 'Custom data comes back as a map (documented), in which a property has one value.',
  example:
    '{"name": "Ada", "customData": [{"property": "plan", "value": "pro"}, {"property": "plan", "value": "free"}]}',
  message: ({ property }: { property: string; firstPath: string }) =>
    `The property ${quote(property)} is listed twice. HelpCrunch keeps one of its values, and which one is not known: remove the other.`,
  check: ({ entries }) =>
    repeated(entries, ({ sent }) => sent?.property).map(({ path, name, firstPath }) => ({
      path,
      property: name,
      firstPath,
    })),
});

/** Reported while a map is read, and checked in the list form, since custom data comes back as a map. */
export const forbiddenKey = defineRule({
  code: 'forbidden-key',
  severity: 'error',
  title: 'Forbidden key',
  why: 'JavaScript programs on the way read `__proto__` as the prototype of an object, and lose the value.',
  example: '{"name": "Ada", "customData": {"__proto__": "x"}}',
  message: ({ key }: { key: string }) => `You can't use the key ${quote(key)}. Choose another name.`,
  checkEntry: ({ sent, propertyPath }) =>
    sent?.property === '__proto__' ? { path: propertyPath(), key: sent.property } : undefined,
});

export const nestedCustomValue = defineRule({
  code: 'nested-custom-value',
  severity: 'error',
  title: 'List or object as a custom value',
  why: 'HelpCrunch rejects lists and objects as custom values (documented).',
  example: '{"name": "Ada", "customData": {"plans": ["pro", "team"]}}',
  message: ({ got }: { got: JsonKind }) =>
    `A custom value must be text, a number, true, or false, not ${formatKinds(got)}.`,
});

/** Reported while text is read, and checked for custom values that are numbers already. */
export const inexactNumber = defineRule({
  code: 'inexact-number',
  severity: 'error',
  title: 'Number that loses digits',
  why: 'JSON numbers are read as 64-bit floats (IEEE 754), which round beyond 2^53 and beyond 17 digits.',
  example: '{"name": "Ada", "customData": {"account": 12345678901234567890}}',
  message: ({ written, stored }: { written: string; stored: string }) =>
    written === stored
      ? `The number ${quote(written)} may lose digits. Write it as text, in quotes.`
      : `The number ${quote(written)} would be stored as ${stored}. Write it as text, in quotes.`,
  checkEntry({ value, valuePath }) {
    if (typeof value !== 'number') return undefined;
    const written = String(value);
    return isExactNumber(written) ? undefined : { path: valuePath(), written, stored: written };
  },
});
