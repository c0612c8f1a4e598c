import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createSandbox, scenarios } from './index.ts';
import { listen } from './listen.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

function start(...argv: readonly string[]) {
  return spawn(process.execPath, [main, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function run(...argv: readonly string[]) {
  const child = start(...argv);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { stdout, stderr, code };
}

/** Reads the output up to its last line, the curl example. */
async function greetingOf(child: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += chunk;
    if (/curl .*\n$/.test(printed)) {
      break;
    }
  }
  return printed;
}

test('pnpm sandbox: prints every scenario, then its address and a curl example, and listens there', async () => {
  const child = start('--port', '0', '--scenario', 'ok-instead-of-created');
  const exited = once(child, 'exit');
  const printed = await greetingOf(child);
  const [baseUrl] = /http:\/\/127\.0\.0\.1:\d+\/v1/.exec(printed) ?? [];
  expect(printed).toContain(`curl ${baseUrl}/customers -H "Authorization: Bearer any-key" -d "{\\"name\\"`);
  expect(printed).toContain('Playing ok-instead-of-created for every request.');
  expect(scenarios.filter(({ name }) => !printed.includes(`  ${name} `))).toEqual([]);
  expect(printed.split('\n').slice(-9).join('\n')).toContain(`HelpCrunch sandbox at ${baseUrl}`);
  const init = { method: 'POST', headers: { authorization: 'Bearer any-key' }, body: '{}' };
  expect((await fetch(`${baseUrl}/customers`, init)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
});

test('Ctrl+C: exits with 0, even while a request waits', async () => {
  const child = start('--port', '0', '--scenario', 'created-then-timeout');
  const exited = once(child, 'exit');
  const [baseUrl] = /http:\/\/127\.0\.0\.1:\d+\/v1/.exec(await greetingOf(child)) ?? [];
  const headers = { authorization: 'Bearer any-key' };
  const waiting = fetch(`${baseUrl}/customers`, { method: 'POST', headers, body: '{}' });
  const ended = expect(waiting).rejects.toThrow('fetch failed');
  await createdAt(`${baseUrl}/customers/1`, headers);
  child.kill('SIGINT');
  expect(await exited).toEqual([0, null]);
  await ended;
});

async function createdAt(url: string, headers: Record<string, string>): Promise<void> {
  while ((await fetch(url, { headers })).status !== 200) {
    // Retried: the create is on its way on another connection.
  }
}

test('--help: prints the usage and exits with 0', async () => {
  const { stdout, stderr, code } = await run('--help');
  expect(stdout).toContain('Usage: pnpm sandbox [--port N] [--scenario NAME]');
  expect([stderr, code]).toEqual(['', 0]);
});

test('a port in use is reported in one line, exit 1', async () => {
  await using listener = await listen(createSandbox());
  const { stdout, stderr, code } = await run('--port', String(listener.port));
  expect(stderr).toBe(`Port ${listener.port} is in use. Use another port, or --port 0 for a free one.\n`);
  expect([stdout, code]).toEqual(['', 1]);
});

test('an unknown scenario is a usage error, exit 2', async () => {
  const { stdout, stderr, code } = await run('--scenario', 'rain');
  expect(stderr).toBe('Unknown scenario: "rain". Run --help to see all scenarios.\n');
  expect([stdout, code]).toEqual(['', 2]);
});

test('a client that leaves during a response causes no output', async () => {
  const child = start('--port', '0', '--scenario', 'oversized-body');
  const stderr = text(child.stderr);
  const exited = once(child, 'exit');
  const [baseUrl] = /http:\/\/127\.0\.0\.1:\d+\/v1/.exec(await greetingOf(child)) ?? [];
  const headers = { authorization: 'Bearer any-key' };
  const answer = await fetch(`${baseUrl}/customers`, { method: 'POST', headers, body: '{}' });
  await answer.body?.cancel();
  // This request is answered after the first one's socket was closed.
  expect((await fetch(`${baseUrl}/customers/1`, { headers })).status).toBe(200);
  child.kill('SIGTERM');
  await exited;
  expect(await stderr).toBe('');
});

test('--store: the next run has the customers, after a SIGKILL too', async () => {
  const store = join(await mkdtemp(join(tmpdir(), 'sandbox-main-')), 'customers.jsonl');
  const headers = { authorization: 'Bearer any-key' };
  const first = start('--port', '0', '--store', store);
  const [firstUrl] = /http:\/\/127\.0\.0\.1:\d+\/v1/.exec(await greetingOf(first)) ?? [];
  await fetch(`${firstUrl}/customers`, { method: 'POST', headers, body: '{"name": "Ada"}' });
  first.kill('SIGKILL');
  await once(first, 'exit');
  const second = start('--port', '0', '--store', store);
  const exited = once(second, 'exit');
  const [secondUrl] = /http:\/\/127\.0\.0\.1:\d+\/v1/.exec(await greetingOf(second)) ?? [];
  expect(await (await fetch(`${secondUrl}/customers/1`, { headers })).json()).toMatchObject({ name: 'Ada' });
  second.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
});

test('--store: a file of another program is an error, exit 1', async () => {
  const { stderr, code } = await run('--store', main);
  expect(stderr).toBe(`Not a sandbox store: ${main}, line 1. Use another file.\n`);
  expect(code).toBe(1);
  expect((await run('--store', '/no/such/folder/x')).stderr).toMatch(
    /^Cannot open \/no\/such\/folder\/x: .*ENOENT/,
  );
});
