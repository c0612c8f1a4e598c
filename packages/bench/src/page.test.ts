import { expect, test } from 'vitest';
import { benchmarksPage, formatNumber } from './page.ts';
import { type Results, toFigure } from './results.ts';

const machine = { processor: 'Chip', cores: 2, memory: '8 GB', system: 'Linux x64', node: '24.0.0' };

function pageOf(frame: number, loadBefore = 0.3): string {
  const results: Results = {
    measuredOn: '2026-05-01',
    machine,
    loadBefore,
    figures: { 'first-frame': toFigure({ ours: [frame, frame], 'bare Node': [40, 40] }) },
  };
  return benchmarksPage(results);
}

test('benchmarksPage: a row has the figure, the other program, the ratio and the verdict', () => {
  const row = pageOf(160)
    .split('\n')
    .find((line) => line.startsWith('| First interactive'));
  expect(row).toContain('| **160 ms** | 160 – 160 (n = 2) | bare Node 40 ms (4.0×) | ✓ met, stretch too |');
});

test('benchmarksPage: names a missed budget at the top', () => {
  expect(pageOf(160)).toContain('**1 of 1 budgets are met**');
  expect(pageOf(300)).toContain('**0 of 1 budgets are met**');
  expect(pageOf(300)).toContain('- Missed: First interactive frame');
});

test('benchmarksPage: describes the machine', () => {
  expect(pageOf(160)).toContain('2026-05-01: Chip, 2 cores, 8 GB of memory, Linux x64, Node 24.0.0.');
});

test('benchmarksPage: says at the top when the machine was busy with other work', () => {
  expect(pageOf(300, 12.9)).toContain('busy with other work** (a load of 12.9 on 2 cores');
  expect(pageOf(300)).not.toContain('busy with other work');
});

test('benchmarksPage: says what was not measured', () => {
  expect(pageOf(160)).toContain('| not measured |');
});

test.each([
  [4.788, 'ms', '4.79 ms'],
  [245.6, 'ms', '246 ms'],
  [4270, 'kB', '4,270 kB'],
  [68, 'bytes', '68 B'],
  [1, '', '1'],
  [0, 'bytes', '0 B'],
] as const)('formatNumber: %d %s is %s', (value, unit, text) => {
  expect(formatNumber(value, unit)).toBe(text);
});
