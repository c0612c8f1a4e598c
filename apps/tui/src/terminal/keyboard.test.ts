import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { InputEvent } from '../input/decode-input.ts';
import { startKeyboard } from './keyboard.ts';

/** A keyboard, and what came of it. */
function listen() {
  const input = Object.assign(new PassThrough(), {
    modes: [] as boolean[],
    setRawMode(mode: boolean) {
      this.modes.push(mode);
    },
  });
  const output = new PassThrough({ encoding: 'utf8' });
  const events: InputEvent[] = [];
  const next = { happened: () => {} };
  const keyboard = startKeyboard({
    input,
    output,
    onEvents: (more) => {
      events.push(...more);
      next.happened();
    },
  });
  const happens = () => new Promise<void>((done) => Object.assign(next, { happened: done }));
  return { input, output, events, keyboard, happens };
}

test('a letter whose bytes come one by one is one letter', () => {
  const { input, events } = listen();
  for (const byte of Buffer.from('é漢😀')) input.emit('data', Buffer.from([byte]));
  expect(events.map((event) => (event.kind === 'text' ? event.text : event.kind))).toEqual(['é', '漢', '😀']);
});

test('a lone escape is the Escape key after a moment', async () => {
  const { input, events, happens } = listen();
  const happened = happens();
  input.emit('data', Buffer.from('\u001b'));
  expect(events).toEqual([]);
  await happened;
  expect(events).toEqual([{ kind: 'key', name: 'escape' }]);
});

test('Ctrl+C is heard a moment later in a paste whose end never comes', async () => {
  const { input, events, happens } = listen();
  const happened = happens();
  input.emit('data', Buffer.from('\u001b[200~abc'));
  input.emit('data', Buffer.from('\u0003'));
  await happened;
  expect(events.at(-1)).toEqual({ kind: 'key', name: 'ctrl+c' });
});

test('stopping gives back what starting took', () => {
  const { input, output, events, keyboard } = listen();
  keyboard.stop();
  expect(output.read()).toBe('\u001b[?2004h\u001b[?2004l');
  expect(input.modes).toEqual([true, false]);
  input.emit('data', Buffer.from('late'));
  expect(events).toEqual([]);
});

test('a paste of many chunks that is not announced is one paste, and a key right behind it is heard', () => {
  const { input, events } = listen();
  const lines = 'one\ttwo\r'.repeat(1000);
  for (let at = 0; at < lines.length; at += 1000) input.emit('data', Buffer.from(lines.slice(at, at + 1000)));
  input.emit('data', Buffer.from('\u0003'));
  expect(events).toEqual([
    { kind: 'paste', text: lines.replaceAll('\r', '\n').slice(0, -1) },
    { kind: 'key', name: 'ctrl+c' },
  ]);
});
