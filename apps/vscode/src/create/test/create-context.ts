import {
  ApiKey,
  connect,
  createMemoryLedger,
  type Fetch,
  type ReadCustomer,
} from '@helpcrunch-customer-kit/core';
import { createSandbox, type SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import type { Account } from '../../accounts/accounts.ts';
import { createConsent, type SendNote } from '../consent.ts';
import { askPerson, type CreateOptions, type CreateResult, createOne } from '../create-one.ts';
import type { Modal, Prompts } from '../prompts.ts';

/** Answers a request by itself, or lets the sandbox answer. */
export type Intercept = (request: Request, pass: () => Promise<Response>) => Promise<Response>;

/** Chooses a button of a dialog by its place, or closes the dialog. */
export type Choice = (modal: Modal) => string | undefined;

export const closed: Choice = () => undefined;

/** The button that sends: never one that skips or declines. */
export const send: Choice = ({ buttons }) => buttons.find((button) => button.startsWith('Create'));

/** What Enter chooses. */
export const enter: Choice = ({ buttons }) => buttons[0];

/** A sandbox, an account in it, and a person who answers dialogs; every dialog is kept. */
export function createTestContext(
  kind: Account['kind'],
  options: SandboxOptions = {},
  intercept?: Intercept,
) {
  const clock = { now: 1_700_000_000_000 };
  const sandbox = createSandbox({ now: () => clock.now, ...options });
  const fetch: Fetch = (request) =>
    intercept ? intercept(request, () => sandbox.fetch(request)) : sandbox.fetch(request);
  const key = ApiKey.read('key');
  if (!key.ok) throw new Error('the key is readable');
  const connection = connect({
    baseUrl: 'http://127.0.0.1/v1',
    apiKey: key.key,
    fetch,
    now: () => clock.now,
  });
  const account: Account = { kind, label: 'Production', host: 'example.com', identity: kind, connection };
  const controller = new AbortController();
  const { signal } = controller;
  const asked: Modal[] = [];
  const bodies: string[] = [];
  const reported: string[] = [];
  const person = { choice: send };
  const prompts: Prompts = {
    async choose(modal) {
      asked.push(modal);
      return { button: person.choice(modal), openMs: 1000 };
    },
    async chooseInPreview({ json, send: button }) {
      bodies.push(json);
      return { button, openMs: 1000 };
    },
    withProgress: (_title, task) =>
      task({
        signal,
        cancel: () => controller.abort(),
        report: (message) => reported.push(message),
        hideWhile: (ask) => ask(),
        waitUntil: async () => {},
      }),
  };
  const consent = createConsent(prompts, { isOncePerWindow: false });
  const ledger = createMemoryLedger({ now: () => clock.now });

  function create(
    customer: ReadCustomer,
    { notes = [], ...more }: Partial<CreateOptions> & { readonly notes?: readonly SendNote[] } = {},
  ): Promise<CreateResult> {
    const mustAsk = notes.some((note) => note.mustAsk);
    const ask = askPerson((question) => consent.ask(question, notes), mustAsk);
    return createOne(customer, account, { ledger, signal, ask, ...more });
  }
  const creates = () => sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
  return {
    sandbox,
    account,
    ledger,
    consent,
    prompts,
    clock,
    controller,
    person,
    asked,
    bodies,
    reported,
    create,
    creates,
  };
}
