import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fakeApi } from './fake-api.ts';
import { temporaryFolder } from './temporary-folder.ts';

const script = fileURLToPath(new URL('create-process.ts', import.meta.url));
const ada = { name: 'Ada', email: 'ada@example.com' };

function start(task: object): { readonly child: ChildProcess; readonly outcome: Promise<unknown> } {
  const child = spawn(process.execPath, [script, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    child,
    outcome: text(child.stdout).then((output) => (output === '' ? undefined : JSON.parse(output))),
  };
}

test('createCustomer: killed (SIGKILL) while it sends, the next process never sends it again by itself (case 25)', async () => {
  using folder = temporaryFolder();
  let posts = 0;
  let kill = () => {};
  let stored: unknown[] = [];
  await using api = await fakeApi(({ isCreate, body, answer }) => {
    if (!isCreate) return answer(200, { data: stored, total: stored.length });
    posts += 1;
    stored = [{ ...body, id: 7, firstSeen: String(Math.floor(Date.now() / 1000)) }];
    kill();
  });
  const task = { folder: folder.path, baseUrl: api.baseUrl, customer: ada };
  const first = start(task);
  kill = () => first.child.kill('SIGKILL');
  expect(await first.outcome).toBeUndefined();

  const found = stored;
  stored = [];
  expect(await start(task).outcome).toEqual({ outcome: 'needs-confirmation', reasons: ['unresolved'] });
  const edited = { ...ada, name: 'Ada Lovelace' };
  expect(await start({ ...task, customer: edited }).outcome).toEqual({
    outcome: 'needs-confirmation',
    reasons: ['unresolved'],
  });
  stored = found;
  expect([await start(task).outcome, posts]).toEqual([{ outcome: 'created', reasons: [] }, 1]);
});

test('createCustomer: of two processes that create the same customer at once, one sends it', async () => {
  using folder = temporaryFolder();
  const waiting: (() => void)[] = [];
  let searches = 0;
  let posts = 0;
  await using api = await fakeApi(({ isCreate, body, answer }) => {
    if (isCreate) {
      posts += 1;
      // Not answered before the other one has given up.
      waiting.push(() => answer(201, { ...body, id: 7 }));
      return;
    }
    const searched = () => answer(200, { data: [], total: 0 });
    // Both have asked for their duplicate check before either goes on.
    searches += 1;
    if (searches > 2) return searched();
    waiting.push(searched);
    if (searches === 2) for (const go of waiting.splice(0)) go();
  });
  const task = { folder: folder.path, baseUrl: api.baseUrl, customer: ada };
  const runs = [start(task), start(task)];
  const loser = await Promise.race(runs.map(({ outcome }) => outcome));
  for (const go of waiting.splice(0)) go();
  const outcomes = await Promise.all(runs.map(({ outcome }) => outcome));
  expect([loser, posts]).toEqual([{ outcome: 'needs-confirmation', reasons: ['in-flight'] }, 1]);
  expect(outcomes).toContainEqual({ outcome: 'created', reasons: [] });
});
