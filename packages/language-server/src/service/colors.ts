import { cssColorNames, cssColorToHex, customerFields } from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';
import type { Color, ColorInformation, ColorPresentation, Range } from 'vscode-languageserver-types';
import { partOf, stringOf, toRange } from './nodes.ts';
import type { ParsedDocument } from './parsed-document.ts';

/** An editor slows down with more swatches. */
const maxColors = 1000;

/** The colors of a document's tags, in every CSS notation. */
export function colorsIn({ document, customers }: ParsedDocument): ColorInformation[] {
  const colors: ColorInformation[] = [];
  for (const { node: customer } of customers) {
    for (const tag of tagsOf(customer)) {
      const node = partOf(tag, 'color');
      const color = toColor(node);
      if (node && color) colors.push({ range: toRange(document, node), color });
      if (colors.length >= maxColors) return colors;
    }
  }
  return colors;
}

const tagFields = customerFields.filter(({ kind }) => kind === 'tags');

function tagsOf(customer: Node): Node[] {
  return tagFields.flatMap(({ key }) => {
    const tags = partOf(customer, key);
    return tags?.type === 'array' ? (tags.children ?? []).filter(({ type }) => type === 'object') : [];
  });
}

function toColor(node: Node | undefined): Color | undefined {
  const hex = cssColorToHex(stringOf(node) ?? '');
  if (hex === undefined) return undefined;
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5), alpha: part(7) };
}

const nameByHex = new Map(cssColorNames.map((name) => [cssColorToHex(name), name]));

/** The notations of a picked color: hex, its name if it has one, `rgb()` and `hsl()`. */
export function colorPresentations(color: Color, range: Range): ColorPresentation[] {
  const name = nameByHex.get(toHex(color, true));
  return [toHex(color, color.alpha < 1), ...(name ? [name] : []), toRgb(color), toHsl(color)].map(
    (label) => ({
      label,
      textEdit: { range, newText: JSON.stringify(label) },
    }),
  );
}

function toHex({ red, green, blue, alpha }: Color, withAlpha: boolean): string {
  const parts = withAlpha ? [red, green, blue, alpha] : [red, green, blue];
  return `#${parts.map((part) => byte(part).toString(16).padStart(2, '0')).join('')}`;
}

function toRgb({ red, green, blue, alpha }: Color): string {
  return `rgb(${byte(red)} ${byte(green)} ${byte(blue)}${alphaPart(alpha)})`;
}

/** CSS Color 4, 7.2. */
function toHsl({ red, green, blue, alpha }: Color): string {
  const [max, min] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const range = max - min;
  const lightness = (max + min) / 2;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1));
  return `hsl(${Math.round(60 * sextant())} ${percent(saturation)} ${percent(lightness)}${alphaPart(alpha)})`;

  function sextant(): number {
    if (range === 0) return 0;
    if (max === red) return ((green - blue) / range + 6) % 6;
    return max === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  }
}

function alphaPart(alpha: number): string {
  return alpha < 1 ? ` / ${Math.round(alpha * 100) / 100}` : '';
}

function percent(part: number): string {
  return `${Math.round(part * 100)}%`;
}

function byte(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 255);
}
