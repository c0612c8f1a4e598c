import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { keychainByProcess } from '@helpcrunch-customer-kit/local';
import { expect, test } from 'vitest';
import { makeFolder } from './program.ts';
import { onlyObject, runProgram } from './run-program.ts';

/** A session bus that never answers: a keychain that hangs. */
async function silentBus(folder: string): Promise<{ server: Server; environment: Record<string, string> }> {
  const path = join(folder, 'bus');
  const server = createServer((socket) => socket.on('error', () => {}).resume()).listen(path);
  await once(server, 'listening');
  return {
    server,
    environment: { HELPCRUNCH_NO_KEYCHAIN: '', DBUS_SESSION_BUS_ADDRESS: `unix:path=${path}` },
  };
}

// Other systems have a keychain without a bus, and it may be the developer's own.
const onLinux = test.runIf(process.platform === 'linux');

onLinux('a keychain that cannot be reached is reported, and the run goes on', async () => {
  const environment = { HELPCRUNCH_NO_KEYCHAIN: '', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/does/not/exist' };
  const { stdout, stderr, code } = await runProgram(['--name', 'Ada', '--yes', '--json'], { environment });
  expect(stderr).toBe("This system's keychain cannot be used.\n");
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'unauthorized' });
  expect(code).toBe(4);
});

onLinux.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends a run that waits for a silent keychain', async (signal, exitCode) => {
  await using folder = await makeFolder();
  const { server, environment } = await silentBus(folder.path);
  const { stdout, code } = await runProgram(['--name', 'Ada', '--yes', '--json'], {
    environment,
    async during(child) {
      await once(server, 'connection');
      child.kill(signal);
    },
  });
  server.close();
  expect(onlyObject(stdout)).toMatchObject({ outcome: 'cancelled', customerExists: 'no' });
  expect(code).toBe(exitCode);
});

onLinux.each([['status'], ['logout'], ['login']])(
  'SIGINT ends %s at a silent keychain, exit 130',
  async (command) => {
    await using folder = await makeFolder();
    const { server, environment } = await silentBus(folder.path);
    const { code } = await runProgram([command], {
      environment,
      async during(child) {
        await once(server, 'connection');
        child.kill('SIGINT');
      },
    });
    server.close();
    expect(code).toBe(130);
  },
);

onLinux('a silent keychain is not waited for longer than the patience there is', async () => {
  await using folder = await makeFolder();
  const { server, environment } = await silentBus(folder.path);
  // On a busy machine the process may be ended before it has connected.
  const connected: Socket[] = [];
  server.on('connection', (socket) => connected.push(socket));
  const { signal } = new AbortController();
  const program = new URL('../dist/keychain-process.js', import.meta.url);
  const keychain = keychainByProcess({ environment, patience: 1000, signal, program });
  await expect(keychain.read('nowhere.invalid')).rejects.toThrow();
  // Nothing is left behind, either.
  await expect.poll(() => connected.every(({ closed }) => closed)).toBe(true);
  server.close();
});
