import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extensionFolder } from '../places.ts';
import { type Figure, toFigure } from '../results.ts';

const artefact = join(extensionFolder, 'e2e/artefacts/node-dialog-milliseconds.json');

/** Plays the scenario of the end-to-end tests that times the question before a live create; nothing where it cannot. */
export async function measureDialog(): Promise<Record<string, Figure>> {
  rmSync(artefact, { force: true });
  const { status } = spawnSync(process.execPath, ['scripts/test-e2e.mts', 'node', 'asked about at once'], {
    cwd: extensionFolder,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The scenario of the dialog failed.');
  try {
    return { dialog: toFigure(JSON.parse(readFileSync(artefact, 'utf8'))) };
  } catch {
    process.stderr.write('There is no VS Code to measure the dialog in: left out.\n');
    return {};
  }
}
