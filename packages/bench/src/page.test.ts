import { expect, test } from 'vitest';
import { atMost, budget, type Part, times } from './budget.ts';
import { benchmarksPage, benchmarksText } from './page.ts';
import { type Results, toFigure } from './results.ts';

const machine = { processor: 'Chip', cores: 2, memory: '8 GB', system: 'Linux x64', node: '24.0.0' };
const parts: readonly Part[] = [
  {
    name: 'start',
    title: 'Start',
    budgets: [
      budget({ figure: 'first-frame', title: 'First frame', unit: 'ms' }, times(7, 'bare Node')),
      budget({ figure: 'help', title: 'Help', unit: 'ms' }, atMost(50)),
    ],
    measure: async () => ({}),
  },
];

function resultsOf(frame: number, loadBefore = 0.3): Results {
  const figures = { 'first-frame': toFigure({ ours: [frame, frame], 'bare Node': [40, 40] }) };
  return { measuredOn: '2026-05-01', machine, loadBefore, figures };
}

function pageOf(frame: number, loadBefore?: number): string {
  return benchmarksPage(parts, resultsOf(frame, loadBefore), { 'first-frame': 'Ink loads React.' });
}

test('benchmarksPage: a row has the figure, the ratio to the other program, the target and the verdict', () => {
  expect(pageOf(160)).toContain('| First frame | **160 ms** | 4.0× bare Node (40 ms) | ≤ 7× bare Node | ✓ |');
});

test('benchmarksPage: names a missed target at the top, and why', () => {
  expect(pageOf(160)).toContain('**1 of 1 targets are met.**');
  expect(pageOf(300)).toContain('**0 of 1 targets are met.**');
  expect(pageOf(300)).toContain('- Missed: First frame ≤ 7× bare Node. Ink loads React.');
});

test('benchmarksPage: describes the machine', () => {
  expect(pageOf(160)).toContain('2026-05-01: Chip, 2 cores, 8 GB of memory, Linux x64, Node 24.0.0.');
});

test('benchmarksPage: says at the top when the machine was busy with other work', () => {
  expect(pageOf(300, 12.9)).toContain('busy with other work** (a load of 12.9 on 2 cores');
  expect(pageOf(300)).not.toContain('busy with other work');
});

test('benchmarksPage: says what was not measured', () => {
  expect(pageOf(160)).toContain('| Help | not measured |');
});

test('benchmarksText: has the same in columns', () => {
  expect(benchmarksText(parts, resultsOf(300)).split('\n')).toEqual([
    'Start',
    '  First frame  300 ms        7.5× bare Node (40 ms)  ≤ 7× bare Node  ✗ missed',
    '  Help         not measured                          ≤ 50 ms         –',
    '',
  ]);
});
