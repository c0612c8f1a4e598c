import { execFile, spawnSync } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchCode, pythonCode } from './request-code.ts';

const request = {
  name: "Ada O'Neil 👩‍🚀",
  notes: 'says "hi"\nand `$HOME` \\ leaves {now}\u2028next',
  tags: [{ name: 'vip' }],
  customData: [{ property: 'active', value: true }],
};

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

interface Received {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A server that keeps what it gets, and refuses it. */
async function receiver() {
  const received: Received[] = [];
  const server = createServer(async (incoming: IncomingMessage, answer) => {
    const body: unknown = JSON.parse(await text(incoming));
    received.push({ path: incoming.url, authorization: incoming.headers.authorization, body });
    answer.writeHead(400).end('refused');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { received, baseUrl: `http://127.0.0.1:${port}/v1` };
}

/** Runs code from standard input beside this thread, which answers. */
function run(command: string, args: readonly string[], code: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, HELPCRUNCH_API_KEY: 'k' };
    const child = execFile(command, args, { env }, (error, printed) =>
      error ? reject(error) : resolve(printed),
    );
    child.stdin?.end(code);
  });
}

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('a create as code', () => {
  test('fetchCode: runs, sends exactly the body and prints the status', async () => {
    const { received, baseUrl } = await receiver();
    const printed = await run(process.execPath, ['--input-type=module', '-'], fetchCode(request, baseUrl));
    expect(received).toEqual([{ path: '/v1/customers', authorization: 'Bearer k', body: request }]);
    expect(printed).toBe('400 refused\n');
  });

  test.runIf(hasPython)('pythonCode: runs, sends exactly the body and prints the status', async () => {
    const { received, baseUrl } = await receiver();
    const printed = await run('python3', ['-'], pythonCode(request, baseUrl));
    expect(received).toEqual([{ path: '/v1/customers', authorization: 'Bearer k', body: request }]);
    expect(printed).toBe('400 refused\n');
  });

  test.each([fetchCode, pythonCode])(
    '%o: hides text that looks like a key, and names the variable',
    (code) => {
      const shown = code({ notes: 'k'.repeat(328) }, 'https://api.helpcrunch.com/v1');
      expect(shown).not.toContain('kkkk');
      expect(shown).toContain('HELPCRUNCH_API_KEY');
    },
  );
});
