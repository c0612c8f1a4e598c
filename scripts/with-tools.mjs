// Installs everything, then runs a tool: node scripts/with-tools.mjs TOOL [ARGUMENT ...]
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setUp } from './set-up.mjs';

const [tool, ...args] = process.argv.slice(2);

if (setUp('everything')) {
  // The tool gets the signals of the terminal as well, and ends first.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  const child = spawn(tool, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  child.on('close', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
} else process.exitCode = 1;
