import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';

/** Core and the sandbox as a browser loads them: one script that leaves `kit` behind. */
const entry = `
export * from './src/index.ts';
export { createSandbox } from '@helpcrunch-customer-kit/sandbox';
`;

let script = '';

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    platform: 'browser',
    format: 'iife',
    globalName: 'kit',
    bundle: true,
    minify: true,
    write: false,
  });
  script = outputFiles[0]?.text ?? '';
});

/** Runs a body of code where there is a web and nothing of Node: no process, no Buffer, no require. */
function runInWorker(body: string): Promise<unknown> {
  const web = {
    AbortController,
    AbortSignal,
    Blob,
    btoa,
    clearTimeout,
    console,
    crypto,
    DOMException,
    fetch,
    FormData,
    Headers,
    Intl,
    performance,
    queueMicrotask,
    ReadableStream,
    Request,
    Response,
    setTimeout,
    structuredClone,
    TextDecoder,
    TextEncoder,
    TransformStream,
    URL,
    URLSearchParams,
  };
  const context = createContext({ ...web });
  runInContext(`globalThis.self = globalThis; ${script}`, context);
  return runInContext(`(async () => { ${body} })().then(JSON.stringify)`, context);
}

const setUp = `
  const sandbox = kit.createSandbox();
  const { key } = kit.ApiKey.read('sandbox-key-0123456789');
  const fetch = (request) => sandbox.fetch(request);
  const connection = kit.connect({ baseUrl: 'https://sandbox.invalid/v1', apiKey: key, fetch });
  const account = { kind: 'sandbox', label: 'Sandbox', host: undefined, connection };
  const context = { account, ledger: kit.createMemoryLedger(), ask: kit.answerYes() };
`;

test('the place where it runs has a web and nothing of Node', async () => {
  const names = '[typeof fetch, typeof process, typeof Buffer, typeof require, typeof global]';
  expect(await runInWorker(`return ${names};`)).toBe(
    '["function","undefined","undefined","undefined","undefined"]',
  );
});

test('validates a customer, colors, languages and dates included', async () => {
  const text = JSON.stringify({
    email: 'ada@gmial.com',
    locale: 'pt-br',
    firstSeen: '2024-02-30',
    tags: [
      { name: 'vip', color: 'oklch(60% 0.1 50deg)' },
      { name: 'beta', color: 'oragne' },
    ],
  });
  const body = `
    const customer = kit.readCustomerText(${JSON.stringify(text)});
    return kit.validateCustomer(customer, { now: 0 }).map((issue) => [issue.code, kit.issueMessage(issue)]);
  `;
  expect(JSON.parse(String(await runInWorker(body)))).toEqual([
    ['email-typo', 'Did you mean "ada@gmail.com"?'],
    ['impossible-date', 'The date "2024-02-30" does not exist. Use a date between 1970 and 5138.'],
    ['unknown-locale', 'Not an ISO 639-1 language code: "pt-br". Did you mean "pt"?'],
    ['unknown-color', 'Not a CSS color: "oragne". Did you mean "orange"?'],
  ]);
});

test('a customer is looked up, created and compared there', async () => {
  const body = `${setUp}
    const customer = kit.readCustomerText('{"name": "Ada Lovelace", "userId": 7, "customData": {"plan": "pro"}}');
    const plan = kit.planCustomer(customer, { now: 0 });
    const before = await kit.checkDuplicates(connection, plan.request);
    const outcome = await kit.createCustomer(plan, context);
    return { before: kit.duplicateCustomers(before), outcome, message: kit.outcomeMessage(outcome, 'sandbox') };
  `;
  expect(JSON.parse(String(await runInWorker(body)))).toMatchObject({
    before: [],
    outcome: { outcome: 'created', customer: { id: 1, userId: '7' }, dropped: [], changed: [] },
    message: { message: 'The customer was created in the sandbox. Its ID is 1.' },
  });
});

test('an error that tells nothing, as browsers give it, leaves it unknown there', async () => {
  const body = `${setUp}
    const lost = { ...connection, fetch: () => Promise.reject(new TypeError('Failed to fetch')) };
    const plan = kit.planCustomer(kit.readCustomer({ name: 'Ada' }), { now: 0 });
    return await kit.createCustomer(plan, { ...context, account: { ...account, connection: lost } });
  `;
  expect(JSON.parse(String(await runInWorker(body)))).toMatchObject({
    outcome: 'unknown',
    customerExists: 'unknown',
    reason: 'connection-lost',
    lookup: { kind: 'cannot-tell', reason: 'nothing-to-search-by' },
  });
});
