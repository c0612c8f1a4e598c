import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../index.ts';
import { openStoreFile, StoreFileError } from './store-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-store-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function call(sandbox: Sandbox, method: string, path: string, body?: object): Promise<Response> {
  const headers = { authorization: 'Bearer any-key' };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  return sandbox.fetch(new Request(`https://sandbox.invalid/v1/customers${path}`, init));
}

test('openStoreFile: the next sandbox has the same customers, tags and ids', async () => {
  const path = join(folder, 'customers.jsonl');
  const first = createSandbox({ storage: openStoreFile(path) });
  await call(first, 'POST', '', { userId: 'crm-1', tags: [{ name: 'vip', color: 'gold' }] });
  await call(first, 'POST', '', { userId: 'crm-2' });
  await call(first, 'DELETE', '/2');
  first.close();

  const second = createSandbox({ storage: openStoreFile(path) });
  expect(second.customers).toEqual(first.customers);
  expect((await call(second, 'POST', '', { userId: 'crm-1' })).status).toBe(400);
  const response = await call(second, 'POST', '', { userId: 'crm-2', tags: [{ name: 'vip' }] });
  expect(await response.json()).toMatchObject({ id: 3, tags: [{ name: 'vip', color: 'gold' }] });
  second.close();
});

test('openStoreFile: a reset is kept too', async () => {
  const path = join(folder, 'reset.jsonl');
  const first = createSandbox({ customers: [{ name: 'Grace' }], storage: openStoreFile(path) });
  await call(first, 'POST', '', { name: 'Ada' });
  first.reset();
  first.close();
  const second = createSandbox({ customers: [{ name: 'Grace' }], storage: openStoreFile(path) });
  expect(second.customers.map(({ name }) => name)).toEqual(['Grace']);
  second.close();
});

test('openStoreFile: an incomplete last line is dropped', async () => {
  const path = join(folder, 'torn.jsonl');
  const first = createSandbox({ storage: openStoreFile(path) });
  await call(first, 'POST', '', { name: 'Ґрейс' });
  first.close();
  const whole = await readFile(path, 'utf8');
  await appendFile(path, '{"type":"created","customer":{"id":2');
  const second = createSandbox({ storage: openStoreFile(path) });
  expect(second.customers).toMatchObject([{ id: 1, name: 'Ґрейс' }]);
  expect(await readFile(path, 'utf8')).toBe(whole);
  second.close();
});

test.each([
  ['{"name": "Ada"}\n', 1],
  ['name,email\nAda,ada@example.com', 1],
  ['no line end', 1],
  ['{"type":"reset"}\n{"type":"deleted","id":"1"}\n', 2],
])('openStoreFile: refuses the file %j at line %i and leaves it alone', async (text, line) => {
  const path = join(folder, 'other.txt');
  await writeFile(path, text);
  expect(() => openStoreFile(path)).toThrow(
    new StoreFileError(`Not a sandbox store: ${path}, line ${line}. Use another file.`),
  );
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('openStoreFile: a file keeps its ID, and another file has another', () => {
  const first = openStoreFile(join(folder, 'one.jsonl'));
  first.append({ type: 'deleted', id: 1 });
  first.close();
  const [second, other] = [
    openStoreFile(join(folder, 'one.jsonl')),
    openStoreFile(join(folder, 'other.jsonl')),
  ];
  expect(second.id).toBe(first.id);
  expect(other.id).not.toBe(first.id);
  second.close();
  other.close();
});
