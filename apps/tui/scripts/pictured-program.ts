// What the scenes of `picture.ts` share: the program in a pseudo-terminal, and its screen as a picture.
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOf, makeFolder } from '../test/program.ts';
import { PtyProgram } from '../test/pty-program.ts';
import { screenToSvg, themes } from './screen-to-svg.ts';

const folder = '../../docs/screens';
/** The folder of the file that is imported, which is shown too. */
export const files = join(tmpdir(), 'customers');
/** One that is shown in pictures, which have to be the same each time. */
export const port = 4010;
await mkdir(folder, { recursive: true });
/** What programs keep that have no folder of their own. The script removes it at its end. */
export const home = await makeFolder();

interface StartOptions {
  readonly columns?: number;
  readonly home?: string;
}

export function start(
  rows: number,
  more: Record<string, string> = {},
  argv: string[] = [],
  { columns = 80, home: own = home.path }: StartOptions = {},
): PtyProgram {
  return new PtyProgram({
    columns,
    rows,
    arguments: argv,
    cwd: files,
    environment: environmentOf(own, { FORCE_COLOR: '3', COLORTERM: 'truecolor', ...more }),
  });
}

export async function picture({ screen }: PtyProgram, name: string, label: string): Promise<void> {
  for (const [theme, colors] of Object.entries(themes)) {
    await writeFile(`${folder}/${name}-${theme}.svg`, screenToSvg(screen.terminal, label, colors));
  }
}

export function accountAt(baseUrl: string): Record<string, string> {
  return { HELPCRUNCH_BASE_URL: baseUrl, HELPCRUNCH_API_KEY: 'a-key-of-the-sandbox' };
}
