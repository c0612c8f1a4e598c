import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { AgentServer, Host } from '../host.ts';
import type { Scenario } from '../scenario.ts';
import { addAccount, answerQuestion, same } from '../steps.ts';
import { until } from '../waits.ts';

type Json = Readonly<Record<string, unknown>>;

export const agentsPlan: Scenario = {
  name: 'what an agent plans for a live account is asked about in the window that started its server; only a yes creates it, once',
  onlyIn: { host: 'node', because: 'a browser starts no servers for agents' },
  files: { 'agents.customer.json': '{ "name": "Hedy Lamarr" }\n' },
  async run({ workbench, host, api, gate, picture }) {
    const { page, dialog } = workbench;
    await workbench.openFile('agents.customer.json');
    await addAccount(workbench, 'Production', 'any-key');
    await workbench.run('MCP: List Servers');
    await workbench.choose('HelpCrunch (live: Production)');
    await workbench.choose('Start Server');
    using agent = startAgent(
      await until(
        () => startedServer(host),
        () => 'no server for agents was started',
      ),
    );
    await agent.connect();
    /** Plans a customer and asks to create it, until the person has answered. Returns the agent's last answer. */
    async function createAfter(name: string, answer: () => Promise<void>): Promise<Json> {
      const { plan_id } = await agent.call('plan_customers', { customers: [{ name }] });
      const create = () => agent.call('create_customers', { plan_id, request_key: name });
      same((await create())['status'], 'approval_required', 'the answer while a person is asked');
      await dialog.getByText(`"${name}"`).waitFor();
      await picture(`agent-asks-for-${name}`);
      let last: Json = {};
      await answerQuestion(workbench, answer, async () => {
        last = await until(
          async () => {
            const result = await create();
            return result['status'] === 'approval_required' ? undefined : result;
          },
          () => 'the answer did not reach the agent',
        );
      });
      await dialog.waitFor({ state: 'detached' });
      same(await create(), last, 'the same call again');
      return last;
    }

    // The question opens while the person does something else.
    const declined = await createAfter('Grace', () => page.keyboard.press('Enter'));
    same(declined['isError'], true, 'whether the agent gets an error after Enter');
    same(gate.came('creates'), 0, 'creates after Enter');
    const created = await createAfter('Hedy', () => dialog.getByRole('button', { name: 'Create' }).click());
    same(created['status'], 'done', 'the status after a yes');
    same(
      api.sandbox.customers.map(({ name }) => name),
      ['Hedy'],
      'customers',
    );
  },
};

function startedServer({ agentServers }: Host): AgentServer | undefined {
  return agentServers?.().find(({ env }) => env['HELPCRUNCH_MCP_WINDOW'] !== undefined);
}

/** Plays the agent: talks to a server like the one that the window started, of the same window. */
function startAgent({ command: [program = '', ...args], env }: AgentServer) {
  const server = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<unknown, (result: Json) => void>();
  createInterface({ input: server.stdout }).on('line', (line) => {
    const { id, result } = JSON.parse(line);
    waiting.get(id)?.(result);
  });
  const write = (message: Json) => server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  async function send(method: string, params: Json): Promise<Json> {
    const { promise, resolve } = Promise.withResolvers<Json>();
    const id = waiting.size;
    waiting.set(id, resolve);
    write({ id, method, params });
    return promise;
  }
  return {
    async connect() {
      const clientInfo = { name: 'agent', version: '1' };
      await send('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo });
      write({ method: 'notifications/initialized' });
    },
    async call(name: string, values: Json): Promise<Json> {
      const { isError, structuredContent } = await send('tools/call', { name, arguments: values });
      return { isError, ...(structuredContent as Json | undefined) };
    },
    [Symbol.dispose]: () => void server.kill(),
  };
}
