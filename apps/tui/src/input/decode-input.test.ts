import { expect, test, vi } from 'vitest';
import { decodeInput, flushInput, type InputEvent, initialDecoder } from './decode-input.ts';

/** What the chunks mean, one after the other. */
function decode(...chunks: readonly string[]): readonly InputEvent[] {
  let state = initialDecoder;
  return chunks.flatMap((chunk) => {
    const decoded = decodeInput(state, chunk);
    state = decoded.state;
    return decoded.events;
  });
}

function key(name: string): InputEvent {
  return { kind: 'key', name };
}

function text(text: string): InputEvent {
  return { kind: 'text', text };
}

test('text and Enter in one chunk are two events', () => {
  expect(decode('hello\r')).toEqual([text('hello'), key('enter')]);
});

test.each([
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\t', 'tab'],
  ['\b', 'backspace'],
  ['\u007f', 'backspace'],
  ['\u0001', 'ctrl+a'],
  ['\u0003', 'ctrl+c'],
  ['\u001a', 'ctrl+z'],
  ['\u001f', 'ctrl+_'],
  ['\u0000', 'ctrl+space'],
])('the control character %j is %s', (sequence, name) => {
  expect(decode(sequence)).toEqual([key(name)]);
});

test.each([
  ['\u001b[A', 'up'],
  ['\u001bOA', 'up'],
  ['\u001b[B', 'down'],
  ['\u001b[C', 'right'],
  ['\u001bOD', 'left'],
  ['\u001b[H', 'home'],
  ['\u001bOF', 'end'],
  ['\u001b[1~', 'home'],
  ['\u001b[8~', 'end'],
  ['\u001b[3~', 'delete'],
  ['\u001b[5~', 'page-up'],
  ['\u001b[6~', 'page-down'],
  ['\u001b[Z', 'shift+tab'],
  ['\u001bOM', 'enter'],
  ['\u001bOP', 'f1'],
  ['\u001b[11~', 'f1'],
])('the sequence %j is %s', (sequence, name) => {
  expect(decode(sequence)).toEqual([key(name)]);
});

test.each([
  ['\u001b[1;2A', 'shift+up'],
  ['\u001b[1;3D', 'alt+left'],
  ['\u001b[1;5C', 'ctrl+right'],
  ['\u001b[1;7C', 'ctrl+alt+right'],
  ['\u001b[3;5~', 'ctrl+delete'],
  ['\u001bb', 'alt+b'],
  ['\u001b\u007f', 'alt+backspace'],
  ['\u001b\r', 'alt+enter'],
  ['\u001b\u001b[D', 'alt+left'],
  ['\u001bé', 'alt+é'],
  ['\u001b😀', 'alt+😀'],
])('the modified key %j is %s', (sequence, name) => {
  expect(decode(sequence)).toEqual([key(name)]);
});

test.each([
  '\u001b[I',
  '\u001b[200;1u',
  '\u001b[?1;2c',
  '\u001b[[A',
  '\u001b[M',
  '\u001b[99~',
  '\u001bOj',
  '\u001b[<0;1;1M',
])('the sequence %j means nothing, and none of it is text', (sequence) => {
  expect(decode(`a${sequence}b`)).toEqual([text('a'), text('b')]);
});

test('a carriage return and a line feed are one Enter, in one chunk or two', () => {
  expect(decode('\r\n')).toEqual([key('enter')]);
  expect(decode('\r', '\n')).toEqual([key('enter')]);
  expect(decode('a\r', '\nb')).toEqual([text('a'), key('enter'), text('b')]);
});

test('two carriage returns, or two line feeds, are two Enters', () => {
  expect(decode('\r\r')).toEqual([key('enter'), key('enter')]);
  expect(decode('\n\n')).toEqual([key('enter'), key('enter')]);
  expect(decode('\r\n\n')).toEqual([key('enter'), key('enter')]);
});

test('a key split over chunks waits for its rest', () => {
  expect(decode('\u001b', '[', '1', ';', '5', 'D')).toEqual([key('ctrl+left')]);
  expect(decode('\u001b', 'O', 'A')).toEqual([key('up')]);
  expect(decode('\u001b', '[', '[', 'A', 'x')).toEqual([text('x')]);
  expect(decode('\u001b', '\u001b', '[', 'D')).toEqual([key('alt+left')]);
});

test('an escape is the Escape key once nothing follows it', () => {
  const { state, events } = decodeInput(initialDecoder, '\u001b');
  expect(events).toEqual([]);
  expect(flushInput(state)).toEqual({ state: initialDecoder, events: [key('escape')] });
});

test('Escape pressed twice is two Escapes, however they came', () => {
  const { state } = decodeInput(initialDecoder, '\u001b\u001b');
  expect(flushInput(state).events).toEqual([key('escape'), key('escape')]);
  expect(decode('\u001b\u001b\u001b', 'x')).toEqual([key('escape'), key('escape'), key('alt+x')]);
});

test('a longer sequence that was cut short waits on, and never turns into letters', () => {
  const { state } = decodeInput(initialDecoder, '\u001b[20');
  const late = flushInput(state);
  expect(late.events).toEqual([]);
  expect(decodeInput(late.state, '0~a\rb\u001b[201~').events).toEqual([{ kind: 'paste', text: 'a\rb' }]);
});

test('a paste whose end got lost is ended by Ctrl+C, and keeps what came', () => {
  const { state } = decodeInput(initialDecoder, '\u001b[200~abc');
  expect(flushInput(state)).toEqual({ state, events: [] });
  const pressed = decodeInput(state, '\u0003');
  expect(pressed.events).toEqual([]);
  const { events, state: after } = flushInput(pressed.state);
  expect(events).toEqual([{ kind: 'paste', text: 'abc' }, key('ctrl+c')]);
  expect(decodeInput(after, 'x').events).toEqual([{ kind: 'text', text: 'x' }]);
});

test('with nothing pending, a flush changes nothing', () => {
  expect(flushInput(initialDecoder)).toEqual({ state: initialDecoder, events: [] });
});

test('what is pasted is one event, with its controls as they came', () => {
  expect(decode('\u001b[200~a\r\nb\u001b[A\tc\u001b[201~\r')).toEqual([
    { kind: 'paste', text: 'a\r\nb\u001b[A\tc' },
    key('enter'),
  ]);
});

test('a paste over many chunks is one event, its marks split anywhere', () => {
  const paste = '\u001b[200~two\rlines\u001b[201~x';
  for (let cut = 1; cut < paste.length; cut += 1) {
    const events = decode(paste.slice(0, cut), paste.slice(cut));
    expect(events).toEqual([{ kind: 'paste', text: 'two\rlines' }, text('x')]);
  }
  expect(decode(...paste)).toEqual([{ kind: 'paste', text: 'two\rlines' }, text('x')]);
});

test('two pastes in a row are two events, and an empty one is one too', () => {
  expect(decode('\u001b[200~a\u001b[201~\u001b[200~\u001b[201~')).toEqual([
    { kind: 'paste', text: 'a' },
    { kind: 'paste', text: '' },
  ]);
});

test('Ctrl+C within a cut sequence is still Ctrl+C', () => {
  expect(decode('\u001b[1\u0003').at(-1)).toEqual(key('ctrl+c'));
});

test('decodeInput: searches each character of a long paste about once', () => {
  const { indexOf } = String.prototype;
  let searched = 0;
  const spy = vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, ...given) {
    searched += this.length;
    return indexOf.apply(this, given);
  });
  const text = 'x'.repeat(400_000);
  let state = initialDecoder;
  const events: InputEvent[] = [];
  for (const chunk of `\u001b[200~${text}\u001b[201~`.match(/[\s\S]{1,4000}/g) ?? []) {
    const decoded = decodeInput(state, chunk);
    state = decoded.state;
    events.push(...decoded.events);
  }
  spy.mockRestore();
  expect(events.map(({ kind }) => kind)).toEqual(['paste']);
  expect(searched).toBeLessThan(text.length * 3);
});
