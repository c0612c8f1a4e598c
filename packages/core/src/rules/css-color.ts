import {
  type Color,
  colorsNamed,
  formatHex8,
  modeA98,
  modeHsl,
  modeHsv,
  modeHwb,
  modeLab,
  modeLab65,
  modeLch,
  modeLch65,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeP3,
  modeProphoto,
  modeRec2020,
  modeRgb,
  modeXyz50,
  modeXyz65,
  parse,
  useMode,
} from 'culori/fn';
import { closestWord } from './closest-word.ts';

/** Every named color of CSS Color 4, `transparent` aside. */
export const cssColorNames: readonly string[] = Object.keys(colorsNamed);

const colorSpaces = [
  [modeA98, modeHsl, modeHsv, modeHwb, modeLab, modeLab65, modeLch, modeLch65, modeLrgb],
  [modeOklab, modeOklch, modeP3, modeProphoto, modeRec2020, modeRgb, modeXyz50, modeXyz65],
].flat();
let hasColorSpaces = false;

/** Knows the color spaces of CSS Color 4 and no others, from the first color on: registering them takes long. */
function parseColor(text: string): Color | undefined {
  if (!hasColorSpaces) for (const mode of colorSpaces) useMode(mode);
  hasColorSpaces = true;
  return parse(text);
}

/** No notation needs more characters, and the library takes quadratic time on a long run of digits. */
const longest = 100;

/**
 * The `#rrggbbaa` of a CSS color in any notation, wider gamuts clamped to sRGB; `undefined` for text that CSS does not
 * know. The library also takes hex without its hash, functions that are not closed and profiles of its own (`--name`);
 * none of these works in a style.
 */
export function cssColorToHex(text: string): string | undefined {
  const color = text.trim().toLowerCase();
  if (color.length > longest || /^[0-9a-f]+$/.test(color) || color.includes('--')) return undefined;
  if (color.includes('(') && !color.endsWith(')')) return undefined;
  try {
    return formatHex8(parseColor(color));
  } catch {
    // Thrown on a function that stops after its name, such as `color(`.
    return undefined;
  }
}

const hexColor = /^\s*#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\s*$/i;
const namedColors: ReadonlySet<string> = new Set(cssColorNames);

export function isCssColor(text: string): boolean {
  // Most colors have one of these forms, and the library takes far longer.
  return hexColor.test(text) || namedColors.has(text) || cssColorToHex(text) !== undefined;
}

/** True when two colors look the same in 8-bit sRGB: `red`, `#F00` and `rgb(255 0 0)`. */
export function isSameColor(one: string, other: string): boolean {
  const hex = cssColorToHex(one);
  return one === other || (hex !== undefined && hex === cssColorToHex(other));
}

/** The color that was most likely meant: `ff0000` → `#ff0000`, `dark red` → `darkred`, `oragne` → `orange`. */
export function suggestCssColor(text: string): string | undefined {
  const color = text.normalize('NFKC').trim().toLowerCase().replace(/;$/, '').replace(/^0x/, '');
  if (color !== text && isCssColor(color)) return color;
  if (isCssColor(`#${color}`)) return `#${color}`;
  const called = color.replace(/\s+\(/, '(');
  const closed = [called, `${called})`].find(isCssColor);
  if (closed !== undefined) return closed;
  const joined = color.replaceAll(/[\s_-]/g, '');
  if (cssColorNames.includes(joined)) return joined;
  return joined.length > 20 ? undefined : closestWord(joined, cssColorNames, joined.length > 5 ? 2 : 1);
}
