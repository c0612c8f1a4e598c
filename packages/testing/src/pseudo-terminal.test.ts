import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { keys } from './keys.ts';
import { PseudoTerminal, type TerminalOptions } from './pseudo-terminal.ts';

/** A program of Node in a pseudo-terminal. */
function startNode(code: string, options?: TerminalOptions): PseudoTerminal {
  return new PseudoTerminal([process.execPath, '-e', code], options);
}

/** Prints what each read brings, a line each; Ctrl+C ends it. */
const echo = `
  process.stdin.setRawMode(true).on('data', (data) => {
    console.log(JSON.stringify(String(data)));
    if (data.includes(3)) process.exit(0);
  });
  console.log('ready');
`;

async function startEcho(): Promise<PseudoTerminal> {
  const terminal = startNode(echo);
  await terminal.waitForText('ready');
  return terminal;
}

/** What each read of the echo brought. */
function reads(terminal: PseudoTerminal): string[] {
  return terminal.screen
    .rows()
    .slice(1)
    .map((row) => JSON.parse(row));
}

test('press: doubled keys arrive in one read', async () => {
  await using terminal = await startEcho();
  terminal.press(keys.enter, keys.enter);
  await terminal.waitForText('"\\r\\r"');
  expect(reads(terminal)).toEqual(['\r\r']);
});

test('pressApart: each key arrives in a read of its own', async () => {
  await using terminal = await startEcho();
  // On a busy machine the program may read late and find two keys at once: then they are pressed again.
  for (let typed = 'abc'; reads(terminal).slice(-3).join() !== 'a,b,c'; typed += 'abc') {
    await terminal.pressApart(['a', 'b', 'c']);
    await terminal.waitUntil(() => reads(terminal).join('') === typed);
  }
});

test('hold: a held key repeats until it is released', async () => {
  await using terminal = await startEcho();
  {
    using _held = terminal.hold('x');
    await terminal.waitUntil(() => reads(terminal).join('').length >= 5);
  }
  await terminal.type('.', '.');
  const typed = reads(terminal).join('');
  expect(typed).toMatch(/^x{5,}\.$/);
});

test('hold: a program that ends under a held key is not a failure', async () => {
  await using terminal = await startEcho();
  using _held = terminal.hold(keys.ctrlC);
  expect(await terminal.exit).toEqual({ exitCode: 0, signal: 0 });
});

test('waitForText fails with what the screen shows when the program ends without it', async () => {
  await using terminal = startNode("console.log('something else'); process.exitCode = 7;");
  await expect(terminal.waitForText('never')).rejects.toThrow(
    'Waited for never, but the program exited with 7. The screen shows:\nsomething else',
  );
  await expect(terminal.waitForText('too late')).rejects.toThrow('the program exited with 7');
});

test('waitForText looks at the visible rows only', async () => {
  await using terminal = startNode("for (let row = 1; row <= 30; row += 1) console.log('row', row);", {
    rows: 10,
  });
  await terminal.exit;
  expect(terminal.screen.rows()).toHaveLength(30);
  expect(terminal.screen.visibleText()).toMatch(/^row 22\n.*\nrow 30$/s);
  await expect(terminal.waitForText(/row 1$/m)).rejects.toThrow('Waited for');
});

test('the program starts in its folder, with a clean environment and a home of its own', async () => {
  const code = 'console.log(JSON.stringify([process.cwd(), process.env]))';
  const terminal = startNode(code, { columns: 500, cwd: '/', env: { ADA: 'Lovelace' } });
  await terminal.exit;
  const [cwd, env] = JSON.parse(terminal.output);
  expect(cwd).toBe('/');
  expect(env).toMatchObject({ ADA: 'Lovelace', TERM: 'xterm-256color', TZ: 'UTC' });
  // The terminal's library adds PWD to it.
  expect(Object.keys(env).toSorted()).toEqual(['ADA', 'HOME', 'PATH', 'PWD', 'TERM', 'TZ']);
  expect(existsSync(env.HOME)).toBe(true);
  await terminal[Symbol.asyncDispose]();
  expect(existsSync(env.HOME)).toBe(false);
});

test('resize: the program and the screen get the new size', async () => {
  await using terminal = startNode(`
    process.stdout.on('resize', () => console.log(process.stdout.columns, process.stdout.rows));
    setInterval(() => {}, 1000);
    console.log('ready');
  `);
  await terminal.waitForText('ready');
  terminal.resize({ columns: 40, rows: 12 });
  await terminal.waitForText('40 12');
  expect(terminal.screen.terminal.cols).toBe(40);
});

test('the screen gives cells: color, weight, and two cells for a wide character', async () => {
  const text = '\\u001b[1;38;2;255;99;71mA\\u001b[0m\\u001b[31m\\u001b[7m漢';
  await using terminal = startNode(`process.stdout.write('${text}')`);
  await terminal.exit;
  const plain = { isBold: false, isDim: false, isInverse: false };
  expect(terminal.screen.cellAt(0, 0)).toEqual({
    ...plain,
    text: 'A',
    width: 1,
    color: '#ff6347',
    isBold: true,
  });
  expect(terminal.screen.cellAt(1, 0)).toEqual({ ...plain, text: '漢', width: 2, color: 1, isInverse: true });
  expect(terminal.screen.cellAt(2, 0)).toMatchObject({ text: '', width: 0 });
});

test('a terminal that is disposed of ends its program, and what that has started', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const child = `"$0" -e "require('net').connect(${port}, '127.0.0.1')" & wait`;
  const terminal = new PseudoTerminal(['/bin/sh', '-c', child, process.execPath]);
  const [connection] = (await once(server, 'connection')) as [Socket];
  const childEnded = once(connection.on('error', () => {}).resume(), 'close');
  await terminal[Symbol.asyncDispose]();
  expect(await terminal.exit).toMatchObject({ signal: 9 });
  await childEnded;
  server.close();
});

test('closeTerminal ends the program by SIGHUP', async () => {
  await using terminal = await startEcho();
  terminal.closeTerminal();
  expect(await terminal.exit).toMatchObject({ signal: 1 });
});
