import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { type Figure, ours, toFigure } from '../results.ts';

const wizardFolder = fileURLToPath(new URL('../../../../apps/tui', import.meta.url));

interface Report {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
}

/** Budgets that tests of the wizard try in full: how many of them fail. */
const suites = {
  'chunk-splits': ['src/input/decode-input.property.test.ts', 'however they are cut'],
  'terminal-restored': ['test/terminal-restored.test.ts', ''],
} as const;

export function measureFailuresOfTests(): Record<string, Figure> {
  return Object.fromEntries(
    Object.entries(suites).map(([id, [file, name]]) => [id, toFigure({ [ours]: [failures(file, name)] })]),
  );
}

function failures(file: string, name: string): number {
  using folder = temporaryFolder();
  const report = join(folder.path, 'report.json');
  spawnSync('vitest', ['run', file, '-t', name, '--reporter=json', `--outputFile=${report}`], {
    cwd: wizardFolder,
    stdio: ['ignore', 'ignore', 2],
    shell: process.platform === 'win32',
  });
  const { numFailedTests, numPassedTests }: Report = JSON.parse(readFileSync(report, 'utf8'));
  if (numFailedTests + numPassedTests === 0) throw new Error(`${file} has no test "${name}".`);
  return numFailedTests;
}
