import type { Redactor } from '@helpcrunch-customer-kit/local';
import { printable } from '../terminal/printable.ts';
import { type Written, writeOut } from '../terminal/write-out.ts';

/** The results of a command, on their way to standard output. */
export interface Results {
  readonly tell: (line: string) => void;
  /** The exit code once everything arrived, or 74: standard error then says what did not. */
  readonly deliver: (exitCode: number) => Promise<number>;
}

export interface ResultStreams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

export function createResults({ stdout, stderr }: ResultStreams, hide: Redactor['hide']): Results {
  const told: { readonly line: string; readonly written: Promise<Written> }[] = [];
  return {
    tell(text) {
      const line = `${printable(hide(text))}\n`;
      told.push({ line, written: writeOut(stdout, line) });
    },
    async deliver(exitCode) {
      const lost: string[] = [];
      let code: string | undefined;
      for (const { line, written } of told) {
        const result = await written;
        if (result.ok) continue;
        code ??= result.code;
        lost.push(line);
      }
      if (code === undefined) return exitCode;
      stderr.write(`The result could not be written to standard output (${code}).\n${lost.join('')}`);
      return 74;
    },
  };
}
