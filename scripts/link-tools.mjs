// Links the tools of packages/tools into the root, where every package finds them. Runs after every install, since pnpm
// removes the links then. Its setting `publicHoistPattern` does the same, but whenever that changes, pnpm refuses to
// install a part of the workspace.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tools = join(root, 'packages', 'tools');
const bins = join(tools, 'node_modules', '.bin');

if (process.argv[1] === fileURLToPath(import.meta.url)) linkTools();

export function linkTools() {
  // Only the wizard is installed.
  if (!existsSync(bins)) return;
  const { devDependencies } = JSON.parse(readFileSync(join(tools, 'package.json'), 'utf8'));
  for (const name of Object.keys(devDependencies)) {
    const link = join(root, 'node_modules', name);
    rmSync(link, { recursive: true, force: true });
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(tools, 'node_modules', name), link, 'junction');
  }
  // They find their tools relative to where they are: a link leads there, a copy does not.
  for (const bin of readdirSync(bins)) {
    const link = join(root, 'node_modules', '.bin', bin);
    rmSync(link, { force: true });
    if (process.platform !== 'win32') symlinkSync(join(bins, bin), link);
    else if (bin.endsWith('.cmd')) writeFileSync(link, `@call "${join(bins, bin)}" %*\r\n`);
  }
}
