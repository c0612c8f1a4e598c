import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ApiKey } from '@helpcrunch-customer-kit/core';
import { agentIdentity, createPlanStore } from '@helpcrunch-customer-kit/local';
import { environmentOf, makeHome } from '../program.ts';
import { type FaultPoint, faultPoint } from './fault-point.ts';
import { type KillServer, openKillServer } from './kill-server.ts';

/** The server for agents as it is shipped. */
const agentServer = fileURLToPath(new URL('../../../mcp/dist/main.js', import.meta.url));

const key = 'the-key-of-an-agents-account';
const ada = { name: 'Ada', email: 'ada@example.com' };

export interface KilledAgent {
  readonly wasKilled: boolean;
  /** Creates that arrived, after the call was repeated until it was answered. */
  readonly posts: number;
  /** What the last answer reports. */
  readonly outcome: string;
  /** The last two answers are the same. */
  readonly isSame: boolean;
}

/** Carries out an approved plan in a server that is killed before a change to its files, and in new ones after it. */
export async function runKilledAgent(
  point: Pick<FaultPoint, 'at' | 'isHalf'>,
  answerMs: number,
): Promise<KilledAgent> {
  using home = makeHome();
  await using server = await openKillServer(answerMs);
  const env = environmentOf(home, {
    HELPCRUNCH_API_KEY: key,
    HELPCRUNCH_BASE_URL: server.baseUrl,
    HELPCRUNCH_NO_KEYCHAIN: '1',
    HELPCRUNCH_STATE_DIR: home.path,
  });
  const plan_id = await approvedPlan(home.path, server);
  const call = { plan_id, request_key: 'order 1' };
  const first = await callOnce(call, { ...env, ...faultPoint({ ...point, root: home.path, how: 'kill' }) });
  await server.idle();
  const second = await callOnce(call, env);
  const third = await callOnce(call, env);
  const outcomeOf = (text: string | undefined) => /"outcome":"([a-z-]+)"/.exec(text ?? '')?.[1] ?? 'none';
  return {
    wasKilled: first === undefined,
    posts: server.posts,
    outcome: outcomeOf(third),
    isSame: second === third,
  };
}

async function approvedPlan(folder: string, { baseUrl }: KillServer): Promise<string> {
  const reading = ApiKey.read(key);
  if (!reading.ok) throw new Error('the key is readable');
  const { host } = new URL(baseUrl);
  const names = await agentIdentity({ kind: 'live', host, apiKey: reading.key }, { folder });
  const plans = createPlanStore({ folder });
  const plan = await plans.add({ kind: 'live', label: 'default', host, ...names }, [
    { input: ada, request: ada, issues: [], duplicates: [], approved: { shownIds: [], isChecked: true } },
  ]);
  if (!(await plans.answer(plan, 'approved', 'terminal'))) throw new Error('the plan takes an answer');
  return plan.id;
}

/** The structured content of the answer as text; undefined when the server was gone before it. */
async function callOnce(args: object, env: Record<string, string>): Promise<string | undefined> {
  const child = spawn(process.execPath, [agentServer, '--live'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.on('error', () => {});
  const gone = once(child, 'exit');
  try {
    await ask(child, 1, 'initialize', {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'faults', version: '1' },
    });
    const answer = await ask(child, 2, 'tools/call', { name: 'create_customers', arguments: args });
    return answer && JSON.stringify(answer['structuredContent']);
  } finally {
    child.stdin.end();
    await gone;
  }
}

function ask(
  { stdin, stdout }: ChildProcess,
  id: number,
  method: string,
  params: object,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { promise, resolve } = Promise.withResolvers<Readonly<Record<string, unknown>> | undefined>();
  if (!stdout) throw new Error('no standard output');
  const lines = createInterface({ input: stdout });
  lines.on('line', (line) => {
    const message = JSON.parse(line);
    if (message.id === id) resolve(message.result);
  });
  lines.on('close', () => resolve(undefined));
  stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
  return promise.finally(() => lines.close());
}
