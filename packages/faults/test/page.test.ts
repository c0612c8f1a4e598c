import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faults } from '../src/faults/fault-list.ts';
import { rules } from '../src/judge/rules.ts';

const page = readFileSync(new URL('../../../docs/faults.md', import.meta.url), 'utf8');

test('the page tells of every kind of fault and of every promise, in the words of the campaign', () => {
  const told = faults.flatMap(({ name, summary }) => [`\`${name}\``, summary]);
  expect([...told, ...rules.map(({ name }) => name)].filter((words) => !page.includes(words))).toEqual([]);
});
