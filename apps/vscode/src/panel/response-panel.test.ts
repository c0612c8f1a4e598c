import { expect, test } from 'vitest';
import { readFromPanel } from './panel-view.ts';
import { panelPage } from './response-panel.ts';

test('readFromPanel: reads what the panel sends', () => {
  expect(readFromPanel({ type: 'ready' })).toEqual({ type: 'ready' });
  expect(readFromPanel({ type: 'action', action: 'check' })).toEqual({ type: 'action', action: 'check' });
  expect(readFromPanel({ type: 'reveal', problem: 2 })).toEqual({ type: 'reveal', problem: 2 });
  expect(readFromPanel({ type: 'choose', entry: 1 })).toEqual({ type: 'choose', entry: 1 });
  expect(readFromPanel({ type: 'open-file', file: 0 })).toEqual({ type: 'open-file', file: 0 });
});

test.each([
  null,
  'ready',
  {},
  { type: 'action', action: 'delete' },
  { type: 'action' },
  { type: 'reveal', problem: -1 },
  { type: 'reveal', problem: '0' },
  { type: 'choose', entry: 0.5 },
  { type: 'open-file', file: '/a' },
])('readFromPanel: ignores %j', (message) => {
  expect(readFromPanel(message)).toBeUndefined();
});

test('panelPage: allows its own script and style and nothing else', () => {
  const page = panelPage({ nonce: 'n0nce', cspSource: 'https://csp', script: 's.js', style: 's.css' });
  expect(page).toContain(`content="default-src 'none'; style-src https://csp; script-src 'nonce-n0nce'"`);
  expect(page).not.toMatch(/unsafe|\son\w+=/);
});
