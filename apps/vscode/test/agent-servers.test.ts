import { createFakeVscode } from '@helpcrunch-customer-kit/testing/vscode/fake-vscode';
import { loadBundle } from '@helpcrunch-customer-kit/testing/vscode/load-bundle';
import { expect, test } from 'vitest';
import type { Memento, SecretStorage } from 'vscode';

const key = 'canary-of-an-account-0123456789';
const production = { id: 'one', label: 'Production', baseUrl: 'https://api.example.com/v1', key };

interface Definition {
  readonly label: string;
  readonly command: string;
  readonly args: readonly string[];
  env: Readonly<Record<string, unknown>>;
}

interface Provider {
  provideMcpServerDefinitions(): Promise<readonly Definition[]>;
  resolveMcpServerDefinition(server: Definition): Promise<Definition | undefined>;
  onDidChangeMcpServerDefinitions(listener: () => void): unknown;
}

class StdioDefinition implements Definition {
  readonly label: string;
  readonly command: string;
  readonly args: readonly string[];
  env: Definition['env'];
  constructor(label: string, command: string, args: readonly string[], env: Definition['env']) {
    this.label = label;
    this.command = command;
    this.args = args;
    this.env = env;
  }
}

/** The built entry in an editor that has agents, with an account in use. */
async function startWithAccount({ isTrusted = true } = {}) {
  const { api, context } = createFakeVscode();
  const secrets = context['secrets'] as SecretStorage;
  const workspaceState = context['workspaceState'] as Memento;
  await secrets.store('helpcrunch.accounts', JSON.stringify({ version: 1, accounts: [production] }));
  await workspaceState.update('helpcrunch.activeAccount', 'one');
  const providers = new Map<string, Provider>();
  const lm = {
    registerMcpServerDefinitionProvider(id: string, provider: Provider) {
      providers.set(id, provider);
      return { dispose: () => {} };
    },
  };
  const nothing = () => ({ dispose: () => {} });
  const workspace = extended(api['workspace'] as object, { isTrusted, onDidGrantWorkspaceTrust: nothing });
  const vscode = { ...api, lm, workspace, McpStdioServerDefinition: StdioDefinition };
  const loaded: string[] = [];
  const watched: string[] = [];
  const bundles: Readonly<Record<string, unknown>> = {
    vscode,
    './app.js': {
      startApp: () => ({ answerAgents: async (window: string) => void watched.push(window) }),
    },
    './ledger.js': { systemStateFolder: () => '/state' },
  };
  const { activate } = loadBundle('dist/extension.js', (name) => {
    loaded.push(name);
    return bundles[name];
  }) as { readonly activate: (context: unknown) => unknown };
  const extension = { packageJSON: { version: '1.2.3' } };
  activate({ ...context, extension, subscriptions: [] });
  const provider = providers.get('helpcrunch.agents');
  if (!provider) throw new Error('no provider was registered');
  return { provider, loaded, watched, workspaceState };
}

/** The fake makes its parts as they are asked for, so they cannot be copied. */
function extended(target: object, more: Readonly<Record<string, unknown>>): object {
  return new Proxy(target, {
    get: (_, name) => (typeof name === 'string' && name in more ? more[name] : Reflect.get(target, name)),
  });
}

test('the servers are listed without a key, and without loading the app', async () => {
  const { provider, loaded } = await startWithAccount();
  const servers = await provider.provideMcpServerDefinitions();
  expect(servers.map(({ label, args }) => [label, args.at(-1)])).toEqual([
    ['HelpCrunch (Sandbox)', '--sandbox'],
    ['HelpCrunch (live: Production)', '--live'],
  ]);
  expect(JSON.stringify(servers)).not.toContain(key);
  expect(new Set(loaded)).toEqual(new Set(['vscode']));
});

test('the key of the account in use goes to its server by the environment alone, once its questions are watched', async () => {
  const { provider, watched } = await startWithAccount();
  const [sandbox, live] = await provider.provideMcpServerDefinitions();
  if (!sandbox || !live) throw new Error('both servers were listed');
  const { env, args, command } = (await provider.resolveMcpServerDefinition(live)) ?? live;
  expect(env).toMatchObject({
    HELPCRUNCH_API_KEY: key,
    HELPCRUNCH_MCP_ACCOUNT: production.label,
    HELPCRUNCH_BASE_URL: production.baseUrl,
    HELPCRUNCH_MCP_WINDOW: watched[0],
    HELPCRUNCH_STATE_DIR: '/state',
  });
  expect(watched).toEqual([expect.stringMatching(/^[\da-f-]{36}$/)]);
  expect(JSON.stringify([command, args])).not.toContain(key);
  // What the editor keeps of the list is not touched.
  expect(JSON.stringify(live)).not.toContain(key);
  const ofSandbox = await provider.resolveMcpServerDefinition(sandbox);
  expect(ofSandbox?.env).toMatchObject({ HELPCRUNCH_API_KEY: null, HELPCRUNCH_BASE_URL: null });
});

test('a server of an account that is not in use any longer does not start', async () => {
  const { provider, watched, workspaceState } = await startWithAccount();
  const [, live] = await provider.provideMcpServerDefinitions();
  if (!live) throw new Error('it was listed');
  await workspaceState.update('helpcrunch.activeAccount', undefined);
  expect(await provider.resolveMcpServerDefinition(live)).toBeUndefined();
  expect(watched).toEqual([]);
});

test('in a folder that is not trusted there is only the sandbox', async () => {
  const { provider } = await startWithAccount({ isTrusted: false });
  const servers = await provider.provideMcpServerDefinitions();
  expect(servers.map(({ label }) => label)).toEqual(['HelpCrunch (Sandbox)']);
});
