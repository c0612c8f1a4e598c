import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { askKey } from './terminal-device.ts';

test('the terminal echoes nothing any more before the question stands there, and nothing until it is answered', async () => {
  const happened: string[] = [];
  const input = Object.assign(new EventEmitter(), {
    setRawMode(isRaw: boolean) {
      happened.push(isRaw ? 'silent' : 'echoing');
      return input;
    },
    resume: () => input,
    pause: () => input,
  });
  const output = { write: (text: string) => happened.push(text) > 0 };
  const signal = new AbortController().signal;
  const asking = askKey('Key: ', { input: input as unknown as NodeJS.ReadStream, output, signal });
  input.emit('data', 'abc\r');
  expect(await asking).toBe('abc');
  expect(happened).toEqual(['silent', 'Key: ', 'echoing', '\n']);
});
