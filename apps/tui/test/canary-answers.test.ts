import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow, findKey, makeApiKey } from '@helpcrunch-customer-kit/testing/api-keys';
import { type Served, serve } from '@helpcrunch-customer-kit/testing/servers';
import { expect, test } from 'vitest';
import { makeFolder } from './program.ts';
import { onlyObject, runProgram } from './run-program.ts';

/** All the ways in which a server may repeat a key, each in a place of its own. */
function echoesOf(key: string): readonly string[] {
  return [
    key,
    key.slice(0, 300),
    key.replaceAll(/.{7}/g, '$&\n    '),
    [...key].join(' '),
    key.replaceAll(/[^A-Za-z]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  ];
}

type Answer = readonly [status: number, body: unknown];

/** An answer of each kind that a create can end with. */
const answers: Readonly<Record<string, (echoes: readonly string[]) => Answer>> = {
  created(echoes) {
    const customData = Object.fromEntries(echoes.map((echo) => [echo, echo]));
    return [
      201,
      { id: 1, name: echoes[0], notes: echoes.join(), customData, tags: echoes.map((name) => ({ name })) },
    ];
  },
  refused: (echoes) => [400, { errors: echoes.map((echo) => ({ code: echo, message: `Wrong: ${echo}` })) }],
  unauthorized: (echoes) => [401, { errors: [{ code: 'unauthorized', message: echoes.join() }] }],
  'a page': (echoes) => [403, `<html><title>${echoes[0]}</title>${echoes.join()}</html>`],
  lost: (echoes) => [500, { errors: [{ code: 'internal', message: echoes.join() }] }],
};

/** Repeats the key of each request, in headers too; everyone it finds is named after the key. */
function serveEcho(answerOf: (echoes: readonly string[]) => Answer): Promise<Served> {
  return serve((request, response) => {
    const echoes = echoesOf((request.headers.authorization ?? '').replace('Bearer ', ''));
    const isSearch = request.url?.endsWith('/search') === true;
    const found = echoes.map((name, id) => ({ id, name, email: 'ada@example.com', notes: name }));
    const [status, body] = isSearch ? [200, { data: found, total: found.length }] : answerOf(echoes);
    response.writeHead(status, { 'retry-after': '1', 'x-echo': encodeURIComponent(echoes.join()) });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
}

const argv = ['--name', 'Ada', '--email', 'ada@example.com', '--yes'];

/** An entry of the history that is not resolved, where there is one. */
async function unresolvedId(environment: Readonly<Record<string, string>>): Promise<string> {
  const { stdout } = await runProgram(['history', '--json'], { environment });
  const { entries } = onlyObject(stdout) as { readonly entries: readonly { readonly id: string }[] };
  return entries[0]?.id ?? 'none';
}

test.each(
  Object.entries(answers).flatMap(([name, answerOf]) => [
    ['a key', name, makeApiKey(22), answerOf] as const,
    ['a short key', name, 'k8Zq41Lx', answerOf] as const,
  ]),
)('%s that a server repeats is nowhere: %s', async (_kind, _name, key, answerOf) => {
  await using server = await serveEcho(answerOf);
  await using home = await makeFolder();
  const environment = {
    HELPCRUNCH_API_KEY: key,
    HELPCRUNCH_BASE_URL: server.baseUrl,
    XDG_STATE_HOME: home.path,
  };
  const table = join(home.path, 'customers.csv');
  await writeFile(table, 'name,email\nAda,ada@example.com\nBob,bob@example.com\n');
  const importArgv = ['import', table, '--yes', '--rate=119'];
  const runs = [
    await runProgram([...argv, '--custom-data', `${key}=1`, '--json'], { environment }),
    await runProgram([...argv, '--notes', `see ${key}`], { environment }),
    await runProgram(['history'], { environment }),
    await runProgram(['history', 'check', await unresolvedId(environment)], { environment }),
    await runProgram(['status', '--verbose'], { environment }),
    await runProgram([...importArgv, '--json', '--progress=json'], { environment }),
    await runProgram([...importArgv, '--existing=create'], { environment }),
  ];
  for (const { stdout, stderr } of runs) {
    expect(findKey(key, stdout), stdout).toBeUndefined();
    expect(findKey(key, stderr), stderr).toBeUndefined();
  }
  expect(runs[0]?.stdout).toContain('"outcome"');
  expect(findKey(key, filesBelow(home.path)), 'a file').toBeUndefined();
});
