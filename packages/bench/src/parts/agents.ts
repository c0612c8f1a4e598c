import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { atMost, budget, type Measured, type Part } from '../budget.ts';
import { ours, takeRounds, toFigure } from '../results.ts';
import { processMemory } from '../support/processes.ts';

export const agents: Part = {
  name: 'agents',
  title: 'The MCP server, in a process of its own',
  budgets: [
    budget({ figure: 'agent-first-answer', title: 'First answer, from the start', unit: 'ms' }, atMost(300)),
    budget(
      { figure: 'agent-memory', title: 'Memory after ten creates in the sandbox', unit: 'MB' },
      atMost(90),
    ),
    budget({ figure: 'agent-bundle', title: 'Bundle', unit: 'kB' }, atMost(1500)),
  ],
  measure: () => measureAgentServer(20),
};

const folder = fileURLToPath(new URL('../../../mcp', import.meta.url));

/** The server for AI agents, over standard streams: milliseconds, megabytes held in the end, and kilobytes of 1000 bytes. */
async function measureAgentServer(rounds: number): Promise<Measured> {
  const memory: number[] = [];
  const round = async () => {
    const start = performance.now();
    await using server = startServer();
    await server.ask('initialize', {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'bench', version: '1' },
    });
    const firstAnswer = performance.now() - start;
    await createTen(server);
    const held = processMemory(server.pid, 'VmRSS');
    if (held !== undefined) memory.push(held);
    return firstAnswer;
  };
  const answers = await takeRounds({ [ours]: round }, { rounds, warmUps: 1 });
  const sizes = globSync('dist/*.js', { cwd: folder }).map((file) => statSync(join(folder, file)).size);
  return {
    'agent-first-answer': toFigure(answers),
    ...(memory.length === 0 ? {} : { 'agent-memory': toFigure({ [ours]: memory }) }),
    'agent-bundle': toFigure({ [ours]: [sizes.reduce((sum, size) => sum + size, 0) / 1000] }),
  };
}

type Server = ReturnType<typeof startServer>;

/** A server that creates nothing would hold little. */
async function createTen(server: Server): Promise<void> {
  const customers = Array.from({ length: 10 }, (_, index) => ({
    name: `Customer ${index}`,
    email: `customer-${index}@example.com`,
  }));
  const planned = await server.call('plan_customers', { customers });
  const created = await server.call('create_customers', { plan_id: planned['plan_id'] });
  const results = created['results'] as readonly { readonly outcome: string }[] | undefined;
  if (results?.filter(({ outcome }) => outcome === 'created').length !== customers.length) {
    throw new Error('The server created no customers.');
  }
}

interface Result {
  readonly structuredContent?: Readonly<Record<string, unknown>>;
}

function startServer() {
  const state = temporaryFolder();
  const env = { ...process.env, HELPCRUNCH_STATE_DIR: state.path };
  const child = spawn(process.execPath, [join(folder, 'dist/main.js')], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = new Map<number, (result: Result) => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, result } = JSON.parse(line);
    waiting.get(id)?.(result);
  });
  let last = 0;
  const ask = (method: string, params: object) => {
    last += 1;
    const { promise, resolve } = Promise.withResolvers<Result>();
    waiting.set(last, resolve);
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: last, method, params })}\n`);
    return promise;
  };
  return {
    pid: child.pid ?? 0,
    ask,
    async call(name: string, args: object) {
      const { structuredContent } = await ask('tools/call', { name, arguments: args });
      return structuredContent ?? {};
    },
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
      state[Symbol.dispose]();
    },
  };
}
