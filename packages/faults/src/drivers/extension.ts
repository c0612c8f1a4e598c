import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import {
  createFakeVscode,
  type Dialog,
  type FakeVscode,
} from '@helpcrunch-customer-kit/testing/vscode/fake-vscode';
import { loadFrom } from '@helpcrunch-customer-kit/testing/vscode/load-bundle';
import type { Draft } from '../faults/fault.ts';
import { extensionFolder } from '../program.ts';
import {
  type Attempt,
  type Claim,
  type Driver,
  type DriverContext,
  type Report,
  repeatedDraft,
  whenStopped,
} from './driver.ts';

/** The extension as it is shipped, in an editor without a window: a live account, customer JSON, and its commands. */
export const extension: Driver = async (context) => {
  const { backend, run, draft } = context;
  const person = createPerson(context);
  const host = createFakeVscode({
    settings: {
      baseUrl: backend.baseUrl,
      // The setting takes whole seconds.
      answerTimeout: Math.max(1, Math.ceil((run.answerTimeout ?? 1000) / 1000)),
    },
    text: textOf(draft),
    cancel: whenStopped(backend, run),
    answer: person.answer,
  });
  await addAccount(host, { baseUrl: backend.baseUrl, key: context.key });
  startExtension(host);

  async function attempt(sends: number): Promise<Attempt> {
    const before = backend.truth();
    const commands = Array.from({ length: sends }, () => host.run('helpcrunch.createCustomer'));
    await Promise.all(commands);
    const limited = storedAttempt(host);
    if (run.acceptsResend && limited?.outcome.outcome === 'rate-limited') await sentAfterWait(host);
    const first = storedAttempt(host);
    if (first?.outcome.outcome === 'unknown') await host.run('helpcrunch.checkOutcome');
    const last = storedAttempt(host);
    await host.run('helpcrunch.copyAsCurl');
    await host.run('helpcrunch.showResponse');
    return { ...toAttempt(first, last), consent: person.takeConsent(), before };
  }

  const attempts: [Attempt, ...Attempt[]] = [await attempt(run.sends ?? 1)];
  const kept = storedAttempt(host)?.customer.draft;
  if (run.repeat && attempts[0].last !== 'yes') {
    const stored = storedAttempt(host);
    host.edit(textOf(repeatedDraft(draft, run)));
    person.repeats();
    const second = await attempt(1);
    // After "Do not create" the extension still shows the earlier attempt.
    const isDeclined = storedAttempt(host)?.at === stored?.at && second.consent === undefined;
    attempts.push(isDeclined ? { ...second, first: 'none', last: 'none', outcome: 'declined' } : second);
  }
  return {
    attempts,
    // What "Send Again" uses, after a reload too.
    draft: { committed: draft, kept },
    broken: attempts[0].outcome === 'nothing' ? ['nothing is remembered of the attempt'] : [],
    artifacts: artifactsOf(host),
  };
};

/** No wait of a fault is longer, in milliseconds. */
const maxWaitMs = 20_000;

/** Agrees to the resend in the panel, and waits until it came to an end. */
async function sentAfterWait(host: FakeVscode): Promise<void> {
  host.sendFromPanel({ type: 'action', action: 'send-after-wait' });
  for (const end = Date.now() + maxWaitMs; Date.now() < end; ) {
    if (storedAttempt(host)?.outcome.outcome !== 'rate-limited') return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

function textOf(draft: Draft): string {
  return JSON.stringify(draft, null, 2);
}

interface Person {
  /** The button that is pressed in a dialog. */
  readonly answer: (dialog: Dialog) => Promise<string | undefined>;
  /** From now on a question that names an earlier create is answered as the fault says. */
  repeats(): void;
  /** What was agreed to since this was last asked. */
  takeConsent(): Attempt['consent'];
}

/** A dialog does not accept a button that is pressed sooner, in milliseconds. */
const readingMs = 550;

function createPerson({ run }: DriverContext): Person {
  let isRepeat = false;
  let consent: Attempt['consent'];
  return {
    async answer({ detail, buttons }) {
      await new Promise((done) => setTimeout(done, readingMs));
      const isInformed = /may have been created|was created .* ago|already used by/.test(detail);
      if (isRepeat && isInformed && run.repeat?.answer === 'cancel')
        return buttons.find((button) => button === 'Do not create');
      consent = isInformed ? 'informed' : (consent ?? 'plain');
      return buttons.find((button) => button.startsWith('Create'));
    },
    repeats() {
      isRepeat = true;
    },
    takeConsent() {
      const given = consent;
      consent = undefined;
      return given;
    },
  };
}

interface Entry {
  readonly activate: (context: unknown) => void;
}

/** As the editor loads it: the entry, and the files beside it when it asks for them. */
export function startExtension(host: FakeVscode): void {
  const requireNode = createRequire(extensionFolder);
  const load = loadFrom(fileURLToPath(extensionFolder), (asked) =>
    asked === 'vscode' ? host.api : requireNode(asked),
  );
  (load('./extension.js') as Entry).activate(host.context);
}

/** As adding one by hand leaves it: the key in the secret storage, the choice in the workspace state. */
export async function addAccount(
  { storage }: FakeVscode,
  { baseUrl, key }: { readonly baseUrl: string; readonly key: string },
): Promise<void> {
  const account = { id: 'a', label: 'Production', baseUrl, key };
  await storage.secrets.store('helpcrunch.accounts', JSON.stringify({ version: 1, accounts: [account] }));
  await storage.workspaceState.update('helpcrunch.activeAccount', 'a');
}

interface StoredAttempt {
  readonly at: number;
  readonly customer: { readonly draft: Draft };
  readonly outcome: {
    readonly outcome: string;
    readonly customerExists: Claim;
    readonly confirmedBy?: string;
    readonly customer?: { readonly id?: unknown };
    readonly lookup?: { readonly kind: string };
    readonly dropped?: readonly unknown[];
    readonly changed?: readonly unknown[];
  };
}

interface StoredRun {
  readonly entries: readonly { readonly attempt?: StoredAttempt }[];
  readonly shown: number;
}

/** What the extension itself remembers of the last attempt, and shows from. */
export function storedAttempt({ storage }: FakeVscode): StoredAttempt | undefined {
  const last = storage.workspaceState.get('helpcrunch.run') as StoredRun | undefined;
  return last?.entries[last.shown]?.attempt;
}

function toAttempt(
  first: StoredAttempt | undefined,
  last: StoredAttempt | undefined,
): Omit<Attempt, 'before' | 'consent'> {
  const id = last?.outcome.customer?.id;
  const { dropped = [], changed = [] } = first?.outcome ?? {};
  const check = last?.outcome.confirmedBy === 'lookup' ? 'found' : last?.outcome.lookup?.kind;
  const isLookedUp = first?.outcome.confirmedBy === 'lookup';
  return {
    first: isLookedUp ? 'unknown' : (first?.outcome.customerExists ?? 'none'),
    last: last?.outcome.customerExists ?? 'none',
    outcome: first?.outcome.outcome ?? 'nothing',
    id: last?.outcome.outcome === 'created' && id !== undefined ? String(id) : undefined,
    ...(check === undefined ? {} : { check }),
    differences: dropped.length + changed.length,
  };
}

function artifactsOf(host: FakeVscode): Report['artifacts'] {
  const states = [host.storage.workspaceState, host.storage.globalState];
  return [
    ...host.seen.map(({ place, text }) => ({ name: place, text })),
    ...states.map((state) => ({
      name: 'the stored state',
      text: JSON.stringify(state.keys().map((name) => [name, state.get(name)])),
    })),
  ];
}
