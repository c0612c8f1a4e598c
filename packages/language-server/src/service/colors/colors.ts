import { cssColorToHex, type TextRange } from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';
import type { Color, ColorInformation } from 'vscode-languageserver-types';
import type { Analysis } from '../document/analysis.ts';
import { partOf, textOf } from '../document/node-at.ts';
import { tagNodes } from '../document/tag-nodes.ts';
import { toRange } from '../document/to-range.ts';

/** The most swatches of a document; an editor slows down with more. */
const mostColors = 1000;

/** The colours of a document's tags, in every notation of CSS. */
export function colorsIn({ document, customers }: Analysis): ColorInformation[] {
  const colors: ColorInformation[] = [];
  for (const { node: customer } of customers) {
    for (const tag of tagNodes(customer)) {
      const node = partOf(tag, 'color');
      const color = colorOf(node);
      if (node && color) colors.push({ range: toRange(document, rangeOf(node)), color });
      if (colors.length >= mostColors) return colors;
    }
  }
  return colors;
}

function rangeOf({ offset, length }: Node): TextRange {
  return { offset, length };
}

function colorOf(node: Node | undefined): Color | undefined {
  const hex = cssColorToHex(textOf(node) ?? '');
  if (hex === undefined) return undefined;
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5), alpha: part(7) };
}
