import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { planText, watchPlans } from '@helpcrunch-customer-kit/local/ledger';
import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { cleanEnvironment } from '@helpcrunch-customer-kit/testing/run-program';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { expect, test, vi } from 'vitest';
import { createPlanQuestions } from '../src/agents/plan-questions.ts';
import type { Consent, PlanQuestion } from '../src/create/consent.ts';

type Json = Readonly<Record<string, unknown>>;

/** The packaged server, started as the editor starts it. */
function startServer(env: Readonly<Record<string, string | undefined>>) {
  const child = spawn(process.execPath, ['dist/mcp.js', '--live'], { env: { ...env }, stdio: 'pipe' });
  const waiting = new Map<number, (result: Json) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, result } = JSON.parse(line);
    waiting.get(id)?.(result);
  });
  let last = 0;
  async function send(method: string, params: Json): Promise<Json> {
    last += 1;
    const id = last;
    const { promise, resolve } = Promise.withResolvers<Json>();
    waiting.set(id, resolve);
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
    return promise;
  }
  return {
    async connect() {
      const clientInfo = { name: 'test', version: '1' };
      await send('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo });
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`);
    },
    async call(name: string, values: Json): Promise<Json> {
      return (await send('tools/call', { name, arguments: values }))['structuredContent'] as Json;
    },
    [Symbol.dispose]: () => void child.kill(),
  };
}

/** A window that watches the plans of its server, in which a person gives these answers. */
async function openWindow(...answers: readonly Awaited<ReturnType<Consent['askForPlan']>>[]) {
  const folder = temporaryFolder();
  const sandbox = createSandbox();
  const api = await listen(sandbox, { port: 0 });
  const asked: PlanQuestion[] = [];
  const answered = vi.fn();
  const questions = createPlanQuestions(
    {
      command: process.execPath,
      version: '1.0.0',
      stateFolder: async () => folder.path,
      watchPlans: ({ onQuestion, ...watch }) =>
        watchPlans({
          ...watch,
          folder: folder.path,
          onQuestion: (plan, plans) => onQuestion(plan, { plans, textOf: planText }),
        }),
    },
    {
      async askForPlan(_, question) {
        asked.push(question);
        return answers[asked.length - 1];
      },
    },
    { info: answered, error: (text) => expect.unreachable(text) },
  );
  await questions.start('window 1');
  const server = startServer({
    ...cleanEnvironment(folder.path),
    HELPCRUNCH_STATE_DIR: folder.path,
    HELPCRUNCH_MCP_WINDOW: 'window 1',
    HELPCRUNCH_MCP_ACCOUNT: 'Production',
    HELPCRUNCH_API_KEY: 'a-key-of-the-test-0123456789',
    HELPCRUNCH_BASE_URL: api.baseUrl,
  });
  await server.connect();
  return {
    server,
    sandbox,
    asked,
    answered,
    async [Symbol.asyncDispose]() {
      server[Symbol.dispose]();
      questions.dispose();
      await api.close();
      folder[Symbol.dispose]();
    },
  };
}

test('a live plan is created once, after the window was asked and only then', async () => {
  await using window = await openWindow(undefined, 'approved');
  const { server, sandbox, asked, answered } = window;
  const { plan_id } = await server.call('plan_customers', { customers: [{ name: 'Ada Lovelace' }] });
  const create = () => server.call('create_customers', { plan_id, request_key: 'one' });
  expect(await create()).toMatchObject({ status: 'approval_required' });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.bodies).toContain('"Ada Lovelace"');
  expect(asked[0]?.title).toContain('account Production at ');
  // The question was closed: nothing was decided, and the agent may ask again.
  expect(await create()).toMatchObject({ status: 'approval_required' });
  await vi.waitFor(() => expect(answered).toHaveBeenCalledTimes(1));
  expect(sandbox.customers).toHaveLength(0);
  expect(await create()).toMatchObject({ status: 'done', results: [{ outcome: 'created' }] });
  expect(await create()).toMatchObject({ status: 'done', results: [{ outcome: 'created' }] });
  expect(sandbox.customers).toHaveLength(1);
  expect(asked).toHaveLength(2);
});

test('a plan that was declined in the window creates nothing, and is not asked about again', async () => {
  await using window = await openWindow('declined');
  const { server, sandbox, asked, answered } = window;
  const { plan_id } = await server.call('plan_customers', { customers: [{ name: 'Ada Lovelace' }] });
  const create = () => server.call('create_customers', { plan_id, request_key: 'one' });
  await create();
  await vi.waitFor(() => expect(answered).toHaveBeenCalledTimes(1));
  await create();
  expect(asked).toHaveLength(1);
  expect(sandbox.customers).toHaveLength(0);
});
