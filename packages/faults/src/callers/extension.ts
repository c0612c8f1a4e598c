import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { type EditorHost, openEditorHost } from '../host/editor-host.ts';
import { extensionFolder } from '../program/bundles.ts';
import type { Caller, CallerContext, Claim, Told } from './caller.ts';
import type { Draft } from './caller-name.ts';
import { stopTime } from './stopping.ts';

type Require = (name: string) => unknown;
type Run = (module: { exports: unknown }, exports: unknown, require: Require) => void;

interface Entry {
  readonly activate: (context: unknown) => void;
}

/** Compiled once; run anew for each run, so that none knows of another. */
const compiled = new Map<string, Run>();

/** The extension as it is shipped, in an editor without a window: a live account, customer JSON, and its commands. */
export const extension: Caller = async (context) => {
  const host = openEditorHost({
    settings: {
      baseUrl: context.world.baseUrl,
      // Whole seconds are the least that the setting takes.
      answerTimeout: Math.max(1, Math.ceil((context.play.answerTimeout ?? 1000) / 1000)),
    },
    text: JSON.stringify(context.draft, null, 2),
    cancel: stopTime(context.world, context.play),
  });
  await addAccount(host, context);
  start(host);
  const sends = Array.from({ length: context.play.sends ?? 1 }, () => host.run('helpcrunch.createCustomer'));
  await Promise.all(sends);
  const first = attemptIn(host);
  if (first?.outcome.outcome === 'unknown') await host.run('helpcrunch.checkOutcome');
  await host.run('helpcrunch.copyAsCurl');
  await host.run('helpcrunch.showResponse');
  return tell(host, first, context);
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

/** As adding one by hand leaves it: the key in the secret storage, the choice in the workspace's state. */
async function addAccount({ storage }: EditorHost, { world, key }: CallerContext): Promise<void> {
  const account = { id: 'a', label: 'Production', baseUrl: world.baseUrl, key };
  await storage.secrets.store('helpcrunch.accounts', JSON.stringify({ version: 1, accounts: [account] }));
  await storage.workspaceState.update('helpcrunch.activeAccount', 'a');
}

interface Attempt {
  readonly customer: { readonly draft: Draft };
  readonly outcome: {
    readonly outcome: string;
    readonly customerExists: Claim;
    readonly customer?: { readonly id?: unknown };
  };
  readonly check?: { readonly kind: string };
}

/** What the extension itself remembers of the last attempt, and shows from. */
function attemptIn({ storage }: EditorHost): Attempt | undefined {
  const last = storage.workspaceState.get('helpcrunch.lastRun') as LastRun | undefined;
  return last?.entries[last.shown]?.attempt;
}

interface LastRun {
  readonly entries: readonly { readonly attempt?: Attempt }[];
  readonly shown: number;
}

function tell(host: EditorHost, first: Attempt | undefined, { draft }: CallerContext): Told {
  const last = attemptIn(host) ?? first;
  const id = last?.outcome.customer?.id;
  const states = [host.storage.workspaceState, host.storage.globalState];
  return {
    first: first?.outcome.customerExists ?? 'none',
    last: last?.outcome.customerExists ?? 'none',
    outcome: first?.outcome.outcome ?? 'nothing',
    id: last?.outcome.outcome === 'created' && id !== undefined ? String(id) : undefined,
    ...(last?.check ? { check: last.check.kind } : {}),
    // What "Send Again" goes by, after a reload too.
    draft: { committed: draft, kept: last?.customer.draft },
    broken: first ? [] : ['nothing is remembered of the attempt'],
    artefacts: [
      ...host.seen.map(({ place, text }) => ({ name: place, text })),
      ...states.map((state) => ({
        name: 'the stored state',
        text: JSON.stringify(state.keys().map((name) => [name, state.get(name)])),
      })),
    ],
  };
}
