import { expect, test } from 'vitest';
import { type Results, toFigure } from '../results.ts';
import { benchmarksPage } from './benchmarks-page.ts';

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

test('a row has the figure, its peer, the ratio and the verdict', () => {
  const row = pageOf(160)
    .split('\n')
    .find((line) => line.startsWith('| First interactive'));
  expect(row).toContain('| **160 ms** | 160 – 160 (n = 2) | bare Node 40 ms | 4.0× | ✓ met, stretch too |');
});

test('a bar that is missed is named at the top', () => {
  expect(pageOf(160)).toContain('**1 of 1 bars are met**');
  expect(pageOf(300)).toContain('**0 of 1 bars are met**');
  expect(pageOf(300)).toContain('- Missed: First interactive frame');
});

test('the machine is described, and a picture says in words what it shows', () => {
  const page = pageOf(160);
  expect(page).toContain('2026-05-01: Chip, 2 cores, 8 GB of memory, Linux x64, Node 24.0.0.');
  expect(page).toContain('![First interactive frame, medians. this kit: 160 ms; bare Node: 40 ms.]');
});

test('a machine that was busy with other work is named at the top', () => {
  expect(pageOf(300, 12.9)).toContain('busy with other work** (a load of 12.9 on 2 cores');
  expect(pageOf(300)).not.toContain('busy with other work');
});

test('what was not measured is said so', () => {
  expect(pageOf(160)).toContain('| not measured |');
});
