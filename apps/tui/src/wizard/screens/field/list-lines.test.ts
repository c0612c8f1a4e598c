import { expect, test } from 'vitest';
import { drive, inSandbox } from '../../../../test/drive-wizard.ts';
import { wizardView } from '../../../render/ink/open-ink.ts';
import { stepIndex, type WizardState } from '../../wizard-state.ts';
import { openStep } from './state.ts';

function at(key: string): WizardState {
  return openStep(inSandbox(), stepIndex(key), 'next');
}

function shown(state: WizardState): { items: string[]; line: string | undefined; notes: string } {
  const { body, input, notes } = wizardView(state, { columns: 90, rows: 30 });
  return {
    items: body.map(({ number = '', text }) => `${number.trimStart()}${text}`),
    line: input?.text,
    notes: notes.map(({ text }) => text).join(' '),
  };
}

test.each([
  ['customData', '= x', 'This custom attribute has no property'],
  ['customData', 'plan', 'No value yet'],
  ['customData', 'plan =', 'No value yet'],
  ['customData', '__proto__ = x', `You can't use the key "__proto__"`],
  ['tags', '"" red', 'This tag has no name'],
  ['tags', '"vip" redd', 'Not a CSS color: "redd"'],
])('%s: %j is not an item, and stays on its line to be fixed', (key, text, message) => {
  const { state } = drive(at(key), `"${text}"`, 'enter');
  const { items, line, notes } = shown(state);
  expect(items).toEqual([]);
  expect(line).toBe(text);
  expect(notes).toContain(message);
});

test('once fixed, the line is an item, and the field goes on', () => {
  const { state } = drive(at('customData'), '"= x"', 'enter', 'home', '"plan "', 'enter');
  expect(shown(state)).toMatchObject({ items: ['1. plan = x  text'], line: '' });
  expect(drive(state, 'enter').state).toMatchObject({
    draft: { customData: [{ property: 'plan', value: 'x' }] },
    screen: { kind: 'review' },
  });
});

test('a line that is not an item yet is not lost by going back', () => {
  const { state } = drive(at('customData'), '"= x"', 'enter', 'escape', 'enter');
  expect(shown(state).line).toBe('= x');
});

test('a tag says what it was read as, before and after it is one', () => {
  const typed = drive(at('tags'), '"vip teal"').state;
  expect(shown(typed).notes).toBe('Tag "vip", color teal.');
  expect(shown(drive(at('tags'), '"vip"', 'enter').state).items).toEqual(['1. vip  no color']);
});

test('a mistyped color is reported on the line and on the item, and Tab takes what was meant from either', () => {
  const typed = drive(at('tags'), '"vip reddish"').state;
  const message = 'Tag "vip reddish" has no color. Did you mean "vip red"?';
  expect(shown(typed).notes).toBe(`! ${message}`);
  expect(shown(drive(typed, 'tab').state).line).toBe('vip red');
  const added = drive(typed, 'enter').state;
  expect(shown(added)).toMatchObject({ items: ['1. vip reddish  no color'], notes: `! ${message}` });
  expect(shown(drive(added, 'tab').state).items).toEqual(['1. vip  red']);
  expect(shown(drive(added, '"b"').state).notes).not.toContain('did you mean');
});

test('an item that is wrong is named by its number', () => {
  const tags = [{ name: 'a' }, { name: 'b', color: 'nocolour' }];
  const { state } = drive(openStep(inSandbox({ name: 'Ada', tags }), stepIndex('tags'), 'next'), 'enter');
  expect(shown(state).notes).toMatch(/^✗ 2\. Not a CSS color: "nocolour"/u);
});

test('Ctrl+T is offered where a value has several types, and what it chooses is shown beside advice', () => {
  const keysOf = (text: string) =>
    wizardView(drive(at('customData'), text).state, { columns: 90, rows: 30 }).keys;
  expect(keysOf('"seats = 12"')).toContain('Ctrl+T type');
  expect(keysOf('"since = yesterday"')).not.toContain('Ctrl+T');
  const { state } = drive(at('customData'), '"seats = 12"', 'enter', '"seats = 13"', 'ctrl+t');
  expect(shown(state).notes).toMatch(/is listed twice.* Read as text\.$/u);
});

test.each([
  ['tags', '"vip #ff0000"', '"vip blue"', 'The tag "vip" is listed twice.'],
  ['customData', '"seats = 12"', '"seats = 13"', 'The property "seats" is listed twice'],
] as const)(
  'one of %s that is there already is reported while it is typed, and once it is added',
  (key, first, again, message) => {
    const typed = drive(at(key), first, 'enter', again).state;
    expect(shown(typed).notes).toContain(`! ${message}`);
    expect(shown(drive(typed, 'enter').state).notes).toContain(`! ${message}`);
    expect(shown(drive(typed, 'enter', '"x"').state).notes).not.toContain(message);
  },
);
