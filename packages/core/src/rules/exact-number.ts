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
