const decimal = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?(?:e(?<exponent>[+-]?\d+))?$/i;

/**
 * True when a JSON number literal survives being read: the number it becomes prints as the same decimal, and whole
 * numbers stay within 2^53, past which neighbours share one value (IEEE 754).
 */
export function isExactNumber(literal: string): boolean {
  const value = Number(literal);
  if (!Number.isFinite(value)) return false;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return false;
  const printed = String(value);
  return printed === literal || normalForm(literal) === normalForm(printed);
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
