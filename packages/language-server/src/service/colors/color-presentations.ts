import { cssColorNames, cssColorToHex } from '@helpcrunch-customer-kit/core';
import type { Color, ColorPresentation, Range } from 'vscode-languageserver-types';

const nameByHex = new Map(cssColorNames.map((name) => [cssColorToHex(name), name]));

/** The ways to write a colour that was picked: hex, its name if it has one, and two functions of CSS. */
export function colorPresentations(color: Color, range: Range): ColorPresentation[] {
  const name = nameByHex.get(hexOf(color, true));
  return [hexOf(color, color.alpha < 1), ...(name ? [name] : []), rgbOf(color), hslOf(color)].map(
    (label) => ({
      label,
      textEdit: { range, newText: JSON.stringify(label) },
    }),
  );
}

function hexOf({ red, green, blue, alpha }: Color, withAlpha: boolean): string {
  const parts = withAlpha ? [red, green, blue, alpha] : [red, green, blue];
  return `#${parts.map((part) => byte(part).toString(16).padStart(2, '0')).join('')}`;
}

function rgbOf({ red, green, blue, alpha }: Color): string {
  return `rgb(${byte(red)} ${byte(green)} ${byte(blue)}${alphaOf(alpha)})`;
}

/** CSS Color 4, 7.2. */
function hslOf({ red, green, blue, alpha }: Color): string {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const range = most - least;
  const light = (most + least) / 2;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * light - 1));
  return `hsl(${Math.round(60 * sextant())} ${percent(saturation)} ${percent(light)}${alphaOf(alpha)})`;

  function sextant(): number {
    if (range === 0) return 0;
    if (most === red) return ((green - blue) / range + 6) % 6;
    return most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  }
}

function alphaOf(alpha: number): string {
  return alpha < 1 ? ` / ${Math.round(alpha * 100) / 100}` : '';
}

function percent(part: number): string {
  return `${Math.round(part * 100)}%`;
}

function byte(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * 255);
}
