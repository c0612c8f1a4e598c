import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** What a system's keychain can do for us; every method rejects when it cannot be used. */
export interface Keychain {
  read(host: string): Promise<string | undefined>;
  write(host: string, key: string): Promise<void>;
  /** False when there was nothing to remove. */
  remove(host: string): Promise<boolean>;
}

/** What the process that uses the keychain reads: one line of JSON on its standard input. */
export interface KeychainRequest {
  readonly act: 'read' | 'write' | 'remove';
  readonly host: string;
  /** The key, to write it. */
  readonly key?: string;
}

/** What it answers, one line of JSON on its standard output. */
export type KeychainAnswer =
  | { readonly ok: true; readonly value?: string | boolean | undefined }
  /** `text`: what was thrown, for the caller to classify; never shown. */
  | { readonly ok: false; readonly text: string };

export interface KeychainProcessOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How long one request may take, in milliseconds. */
  readonly patience: number;
  /** Aborted when the keychain is not needed any more. */
  readonly signal: AbortSignal;
  /** The program to run; the bundle has it beside the file that asks. */
  readonly program?: URL;
}

/** The system's keychain, asked in a process of its own that is killed when it takes too long or is not wanted any more. */
export function keychainByProcess(options: KeychainProcessOptions): Keychain {
  const ask = async (request: KeychainRequest) => {
    const answer = await askProcess(request, options);
    if (!answer.ok) throw new Error(answer.text);
    return answer.value;
  };
  return {
    async read(host) {
      const value = await ask({ act: 'read', host });
      return typeof value === 'string' ? value : undefined;
    },
    async write(host, key) {
      await ask({ act: 'write', host, key });
    },
    remove: async (host) => (await ask({ act: 'remove', host })) === true,
  };
}

async function askProcess(
  request: KeychainRequest,
  {
    environment,
    patience,
    signal,
    program = new URL('./keychain-process.js', import.meta.url),
  }: KeychainProcessOptions,
): Promise<KeychainAnswer> {
  const child = spawn(process.execPath, [fileURLToPath(program)], {
    // Switches for this program are not for that one.
    env: { ...withoutKey(environment), NODE_OPTIONS: undefined },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
    signal,
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  // What went wrong is seen by the answer that does not come.
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  child.stdin.write(`${JSON.stringify(request)}\n`);
  try {
    return JSON.parse(await firstLine(child.stdout));
  } finally {
    // The process ends itself then.
    child.stdin.end();
  }
}

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return text;
}

/** The environment for a program that this one starts: it has no business with the key. */
export function withoutKey(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...environment, HELPCRUNCH_API_KEY: undefined };
}
