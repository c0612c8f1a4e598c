import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Environment } from '@helpcrunch-customer-kit/testing/run-program';
import { type Answer, program, toAnswer } from './connect.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: number; readonly message: string };
}

/** The built server, spoken to line by line. */
export class RawClient implements AsyncDisposable {
  readonly child: ChildProcess;
  /** Everything on standard output. */
  readonly lines: string[] = [];
  log = '';
  readonly #waiting = new Map<number, (message: Message) => void>();
  #id = 0;

  constructor(argv: readonly string[], env: Environment, more: readonly string[] = []) {
    this.child = spawn(process.execPath, [...more, program, ...argv], { env, stdio: 'pipe' });
    this.child.stderr?.on('data', (chunk) => {
      this.log += chunk;
    });
    this.child.stdin?.on('error', () => {});
    if (!this.child.stdout) throw new Error('no standard output');
    createInterface({ input: this.child.stdout }).on('line', (line) => {
      this.lines.push(line);
      const message: Message = JSON.parse(line);
      if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    });
    this.child.on('exit', () => {
      for (const resolve of this.#waiting.values()) resolve({});
    });
  }

  write(text: string): void {
    this.child.stdin?.write(`${text}\n`);
  }

  /** An empty message when the server ends without an answer. */
  send(method: string, params: object): Promise<Message> {
    this.#id += 1;
    const id = this.#id;
    const { promise, resolve } = Promise.withResolvers<Message>();
    this.#waiting.set(id, resolve);
    this.write(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    return promise;
  }

  /** The handshake of 2025. */
  async initialize(): Promise<Message> {
    const clientInfo = { name: 'raw', version: '1' };
    const answer = await this.send('initialize', {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo,
    });
    this.write(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }));
    return answer;
  }

  /** Undefined when the server ends without an answer. */
  async call(name: string, args: object = {}): Promise<Answer | undefined> {
    const { result } = await this.send('tools/call', { name, arguments: args });
    return result && toAnswer(result as unknown as Parameters<typeof toAnswer>[0]);
  }

  /** Ends it as a crash does. */
  async crash(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone();
  }

  async gone(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone();
  }
}
