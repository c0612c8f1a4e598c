import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { type EditorHost, openEditorHost } from '../host/editor-host.ts';
import { extensionFolder } from '../program.ts';
import {
  type Attempt,
  type Claim,
  type Driver,
  type DriverContext,
  type Report,
  whenStopped,
} from './driver.ts';
import type { Draft } from './driver-name.ts';

type Require = (name: string) => unknown;
type Run = (module: { exports: unknown }, exports: unknown, require: Require) => void;

interface Entry {
  readonly activate: (context: unknown) => void;
}

/** Compiled once; executed again for each run, so that runs share nothing. */
const compiled = new Map<string, Run>();

/** The extension as it is shipped, in an editor without a window: a live account, customer JSON, and its commands. */
export const extension: Driver = async (context) => {
  const host = openEditorHost({
    settings: {
      baseUrl: context.backend.baseUrl,
      // Whole seconds are the least that the setting takes.
      answerTimeout: Math.max(1, Math.ceil((context.run.answerTimeout ?? 1000) / 1000)),
    },
    text: JSON.stringify(context.draft, null, 2),
    cancel: whenStopped(context.backend, context.run),
  });
  await addAccount(host, context);
  start(host);
  const before = context.backend.truth();
  const sends = Array.from({ length: context.run.sends ?? 1 }, () => host.run('helpcrunch.createCustomer'));
  await Promise.all(sends);
  const first = storedAttempt(host);
  if (first?.outcome.outcome === 'unknown') await host.run('helpcrunch.checkOutcome');
  const last = storedAttempt(host) ?? first;
  await host.run('helpcrunch.copyAsCurl');
  await host.run('helpcrunch.showResponse');
  return {
    attempts: [{ ...toAttempt(first, last), consent: 'plain', before }],
    // What "Send Again" uses, after a reload too.
    draft: { committed: context.draft, kept: last?.customer.draft },
    broken: first ? [] : ['nothing is remembered of the attempt'],
    artifacts: artifactsOf(host),
  };
};

/** As the editor loads it: the entry, and the bundles beside it when it asks for them. */
function start(host: EditorHost): void {
  const requireNode = createRequire(extensionFolder);
  const load = (name: string): unknown => {
    const run = compiled.get(name) ?? compile(name);
    compiled.set(name, run);
    const module: { exports: unknown } = { exports: {} };
    run(module, module.exports, (asked) => {
      if (asked === 'vscode') return host.api;
      return asked.startsWith('./') ? load(asked) : requireNode(asked);
    });
    return module.exports;
  };
  (load('./extension.js') as Entry).activate(host.context);
}

function compile(name: string): Run {
  const source = readFileSync(new URL(name, extensionFolder), 'utf8');
  return new Script(`(function (module, exports, require) {${source}\n})`, {
    filename: name,
  }).runInThisContext() as Run;
}

/** As adding one by hand leaves it: the key in the secret storage, the choice in the workspace state. */
async function addAccount({ storage }: EditorHost, { backend, key }: DriverContext): Promise<void> {
  const account = { id: 'a', label: 'Production', baseUrl: backend.baseUrl, key };
  await storage.secrets.store('helpcrunch.accounts', JSON.stringify({ version: 1, accounts: [account] }));
  await storage.workspaceState.update('helpcrunch.activeAccount', 'a');
}

interface StoredAttempt {
  readonly customer: { readonly draft: Draft };
  readonly outcome: {
    readonly outcome: string;
    readonly customerExists: Claim;
    readonly customer?: { readonly id?: unknown };
    readonly dropped?: readonly unknown[];
    readonly changed?: readonly unknown[];
  };
  readonly check?: { readonly kind: string };
}

/** What the extension itself remembers of the last attempt, and shows from. */
function storedAttempt({ storage }: EditorHost): StoredAttempt | undefined {
  const last = storage.workspaceState.get('helpcrunch.lastRun') as LastRun | undefined;
  return last?.entries[last.shown]?.attempt;
}

interface LastRun {
  readonly entries: readonly { readonly attempt?: StoredAttempt }[];
  readonly shown: number;
}

function toAttempt(
  first: StoredAttempt | undefined,
  last: StoredAttempt | undefined,
): Omit<Attempt, 'before' | 'consent'> {
  const id = last?.outcome.customer?.id;
  const { dropped = [], changed = [] } = first?.outcome ?? {};
  return {
    first: first?.outcome.customerExists ?? 'none',
    last: last?.outcome.customerExists ?? 'none',
    outcome: first?.outcome.outcome ?? 'nothing',
    id: last?.outcome.outcome === 'created' && id !== undefined ? String(id) : undefined,
    ...(last?.check ? { check: last.check.kind } : {}),
    differences: dropped.length + changed.length,
  };
}

function artifactsOf(host: EditorHost): Report['artifacts'] {
  const states = [host.storage.workspaceState, host.storage.globalState];
  return [
    ...host.seen.map(({ place, text }) => ({ name: place, text })),
    ...states.map((state) => ({
      name: 'the stored state',
      text: JSON.stringify(state.keys().map((name) => [name, state.get(name)])),
    })),
  ];
}
