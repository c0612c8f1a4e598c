import { expect, test } from 'vitest';
import { readFromPanel } from './panel-view.ts';
import { columnNextTo, panelPage } from './response-panel.ts';

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

test('columnNextTo: never covers the walkthrough', () => {
  const [file, walkthrough] = [{ input: { uri: 'a.json' } }, { input: undefined }];
  const groups = (...tabs: readonly (typeof file | typeof walkthrough | undefined)[]) =>
    tabs.map((activeTab, index) => ({ viewColumn: index + 1, activeTab }));
  expect(columnNextTo(1, groups(file))).toBe(2);
  expect(columnNextTo(1, groups(file, file))).toBe(2);
  expect(columnNextTo(1, groups(file, undefined))).toBe(2);
  expect(columnNextTo(1, groups(file, walkthrough))).toBe(3);
  expect(columnNextTo(2, groups(walkthrough, file))).toBe(3);
});
