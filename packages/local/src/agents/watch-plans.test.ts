import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { createPlanStore } from './plan-store.ts';
import type { PlanAccount } from './stored-plan.ts';
import { watchPlans } from './watch-plans.ts';

const live: PlanAccount = { kind: 'live', label: 'default', host: 'api.example.com', identity: 'live one' };
const ada = {
  input: { name: 'Ada' },
  request: { name: 'Ada' },
  issues: [],
  duplicates: [],
  approved: { shownIds: [], isChecked: true },
};

test('watchPlans: reports each question of this window once, and no other', async () => {
  using folder = temporaryFolder();
  const clock = { now: Date.now() };
  // Each server is a process of its own.
  const serverOf = (window: string | undefined) =>
    createPlanStore({ folder: folder.path, window, now: () => clock.now });
  const asked: string[] = [];
  const watcher = await watchPlans({
    folder: folder.path,
    window: 'window 1',
    onQuestion: ({ id }) => asked.push(id),
    onError: (error) => expect.unreachable(String(error)),
  });
  try {
    for (const window of ['window 2', undefined]) {
      const other = await serverOf(window).add(live, [ada]);
      await serverOf(window).ask(other.id);
    }
    const server = serverOf('window 1');
    const plan = await server.add(live, [ada]);
    await server.ask(plan.id);
    await vi.waitFor(() => expect(asked).toEqual([plan.id]));
    // The agent calls again: the person closed the question without an answer.
    clock.now += 1;
    await server.ask(plan.id);
    await vi.waitFor(() => expect(asked).toEqual([plan.id, plan.id]));
    const next = await server.add(live, [ada]);
    await server.answer(plan, 'approved', 'terminal');
    await server.ask(next.id);
    await vi.waitFor(() => expect(asked).toEqual([plan.id, plan.id, next.id]));
  } finally {
    watcher.close();
  }
});

test('watchPlans: a question from before the watch began is reported too, unless it was answered', async () => {
  using folder = temporaryFolder();
  const server = createPlanStore({ folder: folder.path, window: 'window 1' });
  const [open, answered] = [await server.add(live, [ada]), await server.add(live, [ada])];
  for (const { id } of [open, answered]) await server.ask(id);
  await server.answer(answered, 'declined', 'editor');
  const asked: string[] = [];
  const watcher = await watchPlans({
    folder: folder.path,
    window: 'window 1',
    onQuestion: ({ id }) => asked.push(id),
    onError: (error) => expect.unreachable(String(error)),
  });
  watcher.close();
  expect(asked).toEqual([open.id]);
});
