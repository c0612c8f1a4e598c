import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { atMost, budget, type Measured, type Part, times } from '../budget.ts';
import { ours, takeRounds, toFigure } from '../results.ts';

export const extension: Part = {
  name: 'extension',
  title: 'The extension',
  budgets: [
    budget(
      { figure: 'activate', title: 'Loading the entry and `activate`, in a new Node', unit: 'ms' },
      atMost(10),
    ),
    budget(
      {
        figure: 'dialog',
        title: 'The question before a live create, in a window that just opened',
        unit: 'ms',
      },
      times(1.15, 'a command that only shows a dialog'),
    ),
  ],
  measure: async () => ({ ...(await measureActivation(20)), ...(await measureDialog()) }),
};

const extensionFolder = fileURLToPath(new URL('../../../../apps/vscode', import.meta.url));
const activate = fileURLToPath(new URL('../activate.ts', import.meta.url));
const artifact = join(extensionFolder, 'e2e/artifacts/node-dialog-milliseconds.json');

/** Loading and activating the entry, in a new Node each time; milliseconds. */
async function measureActivation(rounds: number): Promise<Measured> {
  const load = async () => {
    const argv = [activate, join(extensionFolder, 'dist/extension.js')];
    const { stdout } = await promisify(execFile)(process.execPath, argv);
    return Number(stdout);
  };
  return { activate: toFigure(await takeRounds({ [ours]: load }, { rounds, warmUps: 1 })) };
}

/** Runs the end-to-end scenario that times the question before a live create; nothing where VS Code is missing. */
async function measureDialog(): Promise<Measured> {
  rmSync(artifact, { force: true });
  const { status } = spawnSync(process.execPath, ['scripts/test-e2e.mts', 'node', 'asked about at once'], {
    cwd: extensionFolder,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('The scenario of the dialog failed.');
  try {
    return { dialog: toFigure(JSON.parse(readFileSync(artifact, 'utf8'))) };
  } catch {
    process.stderr.write('Left out the dialog: VS Code is not installed.\n');
    return {};
  }
}
