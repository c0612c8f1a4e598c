import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from './home.ts';

/** A mistake inside the program that a signal brings out; what is thrown holds the key, as an HTTP library's error would. */
export function withMistake(home: Home): Readonly<Record<string, string>> {
  const path = join(home.path, 'mistake.mjs');
  const code = [
    "process.on('SIGUSR2', () => {",
    '  const key = process.env.HELPCRUNCH_API_KEY;',
    "  throw Object.assign(new Error('a mistake, Authorization: Bearer ' + key), { headers: { authorization: key } });",
    '});',
  ];
  writeFileSync(path, code.join('\n'));
  return { NODE_OPTIONS: `--import=${path}` };
}
