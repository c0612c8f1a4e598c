import { fileURLToPath } from 'node:url';
import { createSandbox, type Sandbox, type SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { type Listener, listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { makeApiKey } from '@helpcrunch-customer-kit/testing/api-keys';
import { cleanEnvironment, type Environment } from '@helpcrunch-customer-kit/testing/run-program';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { type CallToolResult, Client, type ElicitResult } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

/** The built server. */
export const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** The two ways to speak the protocol. */
export const eras = ['2025-11-25', '2026-07-28'] as const;
export type Era = (typeof eras)[number];

export const apiKey = makeApiKey(7);

export interface ConnectOptions {
  readonly era?: Era;
  readonly argv?: readonly string[];
  readonly env: Environment;
  /** Declares that this client asks its user, and answers for them. */
  readonly elicit?: () => ElicitResult;
}

export interface Connected extends AsyncDisposable {
  readonly client: Client;
  readonly pid: number;
  /** What the server wrote to standard error. */
  readonly log: () => string;
  call(name: string, args?: Readonly<Record<string, unknown>>): Promise<Answer>;
}

export interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly isError: boolean;
}

/** Starts the built server, and connects the official client to it. */
export async function connect({ era = eras[0], argv = [], env, elicit }: ConnectOptions): Promise<Connected> {
  const client = new Client(
    { name: 'test', version: '1.0.0' },
    {
      capabilities: elicit ? { elicitation: {} } : {},
      versionNegotiation: { mode: era === '2026-07-28' ? { pin: era } : 'legacy' },
    },
  );
  if (elicit) client.setRequestHandler('elicitation/create', async () => elicit());
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program, ...argv],
    env: { ...env },
    stderr: 'pipe',
  });
  let log = '';
  transport.stderr?.on('data', (chunk: Buffer) => {
    log += chunk;
  });
  await client.connect(transport);
  return {
    client,
    pid: transport.pid ?? 0,
    log: () => log,
    async call(name, args = {}) {
      return toAnswer((await client.callTool({ name, arguments: { ...args } })) as CallToolResult);
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}

export function toAnswer({ content, structuredContent, isError }: CallToolResult): Answer {
  const text = content.map((block) => (block.type === 'text' ? block.text : '')).join('\n');
  return { data: (structuredContent ?? {}) as Answer['data'], text, isError: isError === true };
}

/** A home with its own state folder, and a HelpCrunch on this machine that takes one key. */
export interface Place extends AsyncDisposable {
  readonly stateFolder: string;
  readonly env: Record<string, string>;
  readonly live: Listener;
  readonly sandbox: Sandbox;
  /** How many creates have arrived. */
  posts(): number;
}

export async function openPlace(options: SandboxOptions = {}): Promise<Place> {
  const folder = temporaryFolder();
  const sandbox = createSandbox({ apiKey, ...options });
  const live = await listen(sandbox);
  const env = cleanEnvironment(folder.path, {
    HELPCRUNCH_STATE_DIR: folder.path,
    HELPCRUNCH_BASE_URL: live.baseUrl,
    HELPCRUNCH_API_KEY: apiKey,
    HELPCRUNCH_NO_KEYCHAIN: '1',
  });
  return {
    stateFolder: folder.path,
    env,
    live,
    sandbox,
    posts: () =>
      sandbox.requests.filter(({ method, path }) => method === 'POST' && /\/customers$/.test(path)).length,
    async [Symbol.asyncDispose]() {
      await live.close();
      folder[Symbol.dispose]();
    },
  };
}
