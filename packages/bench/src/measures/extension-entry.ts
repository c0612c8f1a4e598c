import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { extensionFolder } from '../places.ts';
import { type Figure, ours, toFigure } from '../results.ts';
import { takeRounds } from '../statistics/rounds.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../extension/activate.ts', import.meta.url));
const entry = join(extensionFolder, 'dist/extension.js');
const wholeApp = join(extensionFolder, 'dist/app.js');

/** Loading and activating the entry in a new Node each time, beside loading all of the extension at once. */
export async function measureEntry(rounds: number): Promise<Record<string, Figure>> {
  const load = (bundle: string) => async () => {
    const { stdout } = await run(process.execPath, [script, bundle]);
    return Number(stdout);
  };
  const samples = await takeRounds(
    { [ours]: load(entry), 'the whole extension at once': load(wholeApp) },
    { rounds, warmUps: 1 },
  );
  const kilobytes = (file: string) => [statSync(file).size / 1000];
  return {
    activate: toFigure(samples),
    'entry-size': toFigure({
      [ours]: kilobytes(entry),
      'the whole extension at once': kilobytes(wholeApp),
    }),
  };
}
