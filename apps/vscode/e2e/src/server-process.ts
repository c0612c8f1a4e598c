import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ids of the processes in which a host's language server runs, as Linux lists them. */
export function serverProcesses(home: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      const command = commandOf(id);
      return command.includes(home) && command.includes(join('dist', 'server.js'));
    })
    .map(Number);
}

function commandOf(id: string): string {
  try {
    return readFileSync(join('/proc', id, 'cmdline'), 'utf8');
  } catch {
    // It has ended since it was listed.
    return '';
  }
}
