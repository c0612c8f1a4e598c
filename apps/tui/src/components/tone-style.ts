import type { TextProps } from 'ink';
import type { Tone } from '../view/view.ts';

/** How each meaning looks; the words and marks carry it where there is no colour. */
export const toneStyle: Readonly<Record<Tone, TextProps>> = {
  plain: {},
  strong: { bold: true },
  quiet: { dimColor: true },
  good: { color: 'green' },
  problem: { color: 'red' },
  advice: { color: 'yellow' },
};
