import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { type EditorHost, openEditorHost } from '../host/editor-host.ts';
import type { Caller, CallerContext, Claim, Told } from './caller.ts';
import type { Draft } from './caller-name.ts';
import { stopTime } from './stopping.ts';

const bundle = new URL('../../../../apps/vscode/dist/app.js', import.meta.url);

type Run = (module: { exports: Partial<AppModule> }, require: (name: string) => unknown) => void;

interface AppModule {
  readonly startApp: (context: unknown) => {
    run(command: string, args: readonly unknown[]): Promise<unknown>;
  };
}

let compiled: Run | undefined;

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
  const app = start(host);
  const sends = Array.from({ length: context.play.sends ?? 1 }, () =>
    app.run('helpcrunch.createCustomer', []),
  );
  await Promise.all(sends);
  const first = attemptIn(host);
  if (first?.outcome.outcome === 'unknown') await app.run('helpcrunch.checkOutcome', []);
  await app.run('helpcrunch.copyAsCurl', []);
  await app.run('helpcrunch.showResponse', []);
  return tell(host, first, context);
};

function start(host: EditorHost) {
  // Compiled once; run anew for each run, so that none knows of another.
  compiled ??= new Script(`(function (module, require) {${readFileSync(bundle, 'utf8')}\n})`, {
    filename: 'app.js',
  }).runInThisContext() as Run;
  const module: { exports: Partial<AppModule> } = { exports: {} };
  const require = createRequire(bundle);
  compiled(module, (name) => (name === 'vscode' ? host.api : require(name)));
  const { startApp } = module.exports;
  if (!startApp) throw new Error('apps/vscode/dist/app.js starts nothing; is it built?');
  return startApp(host.context);
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
  return storage.workspaceState.get('helpcrunch.lastAttempt') as Attempt | undefined;
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
