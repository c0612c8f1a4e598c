import { expect, test } from 'vitest';
import { importMachine } from './import-machine.ts';
import { PtyProgram } from './pty-program.ts';

const rows = Array.from({ length: 4 }, (_, n) => `Ada ${n},ada${n}@example.com,u-${n}`);
const table = `name,email,user id\n${rows.join('\n')}\n`;

/** A machine with a finished run of four customers, beside one that was there before. */
async function imported() {
  const one = await importMachine(table, { customers: [{ name: 'Old', email: 'old@example.com' }] });
  const { result } = await one.json(one.file, '--yes', '--rate', '119');
  return { ...one, id: String(result['run']), names: () => one.sandbox.customers.map(({ name }) => name) };
}

test('import undo without consent shows what it would delete and the command that does, exit 2', async () => {
  await using one = await imported();
  const { stdout, stderr, code } = await one.run('undo', one.id);
  expect(code).toBe(2);
  expect(stdout).toContain('To delete      4');
  expect(stderr).toMatch(new RegExp(`import undo ${one.id} --delete=4$`, 'm'));
  const wrong = await one.run('undo', one.id, '--delete', '5');
  expect(wrong).toMatchObject({ code: 2 });
  expect(wrong.stderr).toContain('Nothing was deleted: the run created 4 customers, not 5.');
  expect((await one.run('undo', one.id, '--dry-run')).code).toBe(0);
  expect(one.names()).toHaveLength(5);
  expect((await one.run('undo', 'nothing')).stderr).toContain('Run not found: nothing.');
});

test('import undo deletes what the run created, and keeps what was there, changed, or seen', async () => {
  await using one = await imported();
  const [, first, second] = one.sandbox.customers;
  Object.assign(first ?? {}, { phone: '+380' });
  Object.assign(second ?? {}, { lastSeen: '1767225600' });
  const { result, code } = await one.json('undo', one.id, '--delete', '4', '--rate', '119');
  expect(result).toMatchObject({
    outcome: 'completed',
    run: one.id,
    totals: { customers: 4, deleted: 2, changed: 1, seen: 1, pending: 0, notOurs: 0 },
  });
  expect(code).toBe(1);
  expect(one.names()).toEqual(['Old', first?.name, second?.name]);
  const lines = (await one.read('customers.undo.csv')).trimEnd().split('\n');
  expect(lines[0]).toBe('helpcrunch_id,result');
  expect(lines.slice(1).toSorted()).toEqual([
    `${first?.id},changed`,
    `${second?.id},seen`,
    '4,deleted',
    '5,deleted',
  ]);
  expect((await one.run('show', one.id)).stdout).toContain('Deleted');
});

test('import undo that is killed goes on with the same command, and deletes each once', async () => {
  await using one = await imported();
  const command = ['undo', one.id, '--delete', '4', '--rate', '119'];
  expect((await one.killWhen(() => one.names().length === 3, ...command)).signal).toBe('SIGKILL');
  const { result, code } = await one.json(...command);
  expect(result).toMatchObject({ outcome: 'completed', totals: { customers: 4, deleted: 4 } });
  expect(code).toBe(0);
  expect(one.names()).toEqual(['Old']);
});

test('import --again creates the rows of an undone run again, and without it nothing is sent', async () => {
  await using one = await imported();
  await one.run('undo', one.id, '--delete', '4', '--rate', '119');
  const same = await one.json(one.file, '--yes', '--rate', '119');
  expect(same.result).toMatchObject({ outcome: 'completed', totals: { created: 4 } });
  expect(one.names()).toEqual(['Old']);
  const again = ['--yes', '--again', '--rate', '119'];
  expect((await one.killWhen(() => one.names().length === 3, one.file, ...again)).signal).toBe('SIGKILL');
  const { result } = await one.json(one.file, ...again);
  expect(result).toMatchObject({ outcome: 'completed', totals: { rows: 4, created: 4, pending: 0 } });
  expect(one.names()).toHaveLength(5);
});

test('import undo in a terminal deletes after the number was typed, and nothing after anything else', async () => {
  await using one = await imported();
  for (const [answer, text] of [
    ['yes\r', 'Nothing was deleted.'],
    ['4\r', 'Deleted'],
  ] as const) {
    await using terminal = new PtyProgram({
      arguments: ['import', 'undo', one.id, '--rate', '119'],
      environment: one.environment,
    });
    await terminal.waitForText('Type 4 to delete');
    expect(one.names()).toHaveLength(5);
    await terminal.type(answer, text);
    expect(await terminal.exit).toMatchObject({ exitCode: answer === '4\r' ? 0 : 130 });
  }
  expect(one.names()).toEqual(['Old']);
});
