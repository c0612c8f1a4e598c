import { ApiKey, connect, createSendGuard } from '@helpcrunch-customer-kit/core';
import { createSandbox, type ScenarioName } from '@helpcrunch-customer-kit/sandbox';
import type { Account } from '../../accounts/account.ts';
import type { ConfirmText } from '../confirm-text.ts';
import type { SendDesk } from '../send-customer.ts';

/** A sandbox, an account in it and a person who answers as told; everything asked is kept. */
export function sendWorld(kind: Account['kind'], scenario?: ScenarioName) {
  const sandbox = createSandbox(scenario ? { scenario } : {});
  const key = ApiKey.read('key');
  if (!key.ok) throw new Error('the key is readable');
  const connection = connect({ baseUrl: 'http://127.0.0.1/v1', apiKey: key.key, fetch: sandbox.fetch });
  const account: Account = { kind, label: 'Production', host: 'example.com', identity: kind, connection };
  const asked: string[] = [];
  const controller = new AbortController();
  const answers = { confirm: true, ask: true };
  const desk: SendDesk = {
    guard: createSendGuard(),
    async confirm(text: ConfirmText) {
      asked.push(text.detail);
      return answers.confirm;
    },
    async ask(words) {
      asked.push(words);
      return answers.ask;
    },
    withProgress: (_title, task) => task(controller.signal, () => {}),
  };
  const creates = () => sandbox.requests.filter(({ path }) => path === '/v1/customers').length;
  return { sandbox, account, desk, asked, answers, controller, creates };
}
