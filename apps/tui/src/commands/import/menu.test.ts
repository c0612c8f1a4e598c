import { expect, test } from 'vitest';
import type { Intent } from '../../input/intent.ts';
import { type Menu, menuView, onMenuIntent, openMenu } from './menu.ts';

const now = 1_700_000_000_000;
const size = { columns: 80, rows: 24 };

function menuOf(count: number, more: Partial<Menu> = {}): Menu {
  const rows = Array.from({ length: count }, (_, index) => ({ text: `row ${index + 1}` }));
  return { title: 'Rows', rows: () => rows, ...more };
}

/** What is picked by some intents, a moment apart. */
function pick(menu: Menu, intents: readonly Intent[], apart: number) {
  let state = openMenu(menu, now);
  for (const [index, intent] of intents.entries()) {
    const next = onMenuIntent(menu, state, intent, now + (index + 1) * apart);
    if (next.picked) return next.picked;
    ({ state } = next);
  }
  return undefined;
}

const [enter, down, back, quit] = [
  { kind: 'next' },
  { kind: 'down' },
  { kind: 'back' },
  { kind: 'quit' },
] as const satisfies readonly Intent[];
const yes = { kind: 'text', text: 'Y' } as const;

test('onMenuIntent: a row is chosen where the keys have led, Esc goes back, and Ctrl+C ends', () => {
  expect(pick(menuOf(3), [down, enter], 1)).toEqual({ kind: 'chosen', index: 1 });
  expect(pick(menuOf(3), [down, down, down, enter], 1)).toEqual({ kind: 'chosen', index: 2 });
  expect(pick(menuOf(3), [back], 1)).toEqual({ kind: 'back' });
  expect(pick(menuOf(3), [quit], 1)).toEqual({ kind: 'quit' });
});

test('onMenuIntent: what sends is chosen by Y, and by no key that comes too soon or is held', () => {
  const risky = menuOf(3, { risky: 1 });
  expect(pick(risky, [yes], 500)).toEqual({ kind: 'chosen', index: 1 });
  expect(pick(risky, [yes, yes, yes, enter, down, enter], 499)).toBeUndefined();
  expect(pick(risky, [quit], 1)).toEqual({ kind: 'quit' });
  expect(pick(risky, [{ kind: 'text', text: 'n' }], 500)).toEqual({ kind: 'back' });
  // Elsewhere it is a letter without a meaning.
  expect(pick(menuOf(3), [yes], 500)).toBeUndefined();
});

test('menuView: the rows around the selected one, as many as fit, and which of how many', () => {
  const menu = menuOf(30, { aside: '3 of 9 used' });
  const state = { selected: 29, armedAt: 0 };
  const view = menuView(menu, state, size, now);
  expect(view).toMatchObject({ aside: '3 of 9 used · 30 of 30', selected: 11 });
  expect(view.body.map(({ text }) => text)).toEqual(Array.from({ length: 12 }, (_, n) => `row ${n + 19}`));
  expect(menuView(menu, state, { columns: 40, rows: 10 }, now).body).toHaveLength(4);
});

test('menuView: the keys of what sends are shown once they count', () => {
  const menu = menuOf(2, { risky: 1 });
  expect(menuView(menu, openMenu(menu, now), size, now).keys).toBe('One moment…');
  expect(menuView(menu, openMenu(menu, now), size, now + 500).keys).toContain('Y send');
});
