import { Static, Text, type TextProps } from 'ink';
import { printable } from '../terminal/printable.ts';
import type { HistoryLine } from '../wizard/wizard-state.ts';
import { toneStyle } from './tone-style.ts';

const marks: Readonly<Record<HistoryLine['mark'], { readonly sign: string; readonly style: TextProps }>> = {
  done: { sign: '✓', style: toneStyle.good },
  skipped: { sign: '–', style: toneStyle.quiet },
  problem: { sign: '✗', style: toneStyle.problem },
  advice: { sign: '!', style: toneStyle.advice },
  plain: { sign: ' ', style: toneStyle.plain },
};

/** Lines that have been said for good: written once, above the live part, and never again. */
export function History({ lines }: { readonly lines: readonly HistoryLine[] }) {
  return (
    <Static items={[...lines]}>
      {({ mark, text }, index) => (
        <Text key={index}>
          <Text {...marks[mark].style}>{marks[mark].sign}</Text> {printable(text)}
        </Text>
      )}
    </Static>
  );
}
