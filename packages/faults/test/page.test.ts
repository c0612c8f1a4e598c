import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { limits } from '../src/backend/limits.ts';
import { faults } from '../src/faults/fault-list.ts';
import { troubles } from '../src/kill/kill-plan.ts';
import { rules } from '../src/validate-run.ts';

const page = readFileSync(new URL('../../../docs/faults.md', import.meta.url), 'utf8');

test('docs/faults.md: names every fault, promise and limit in the words of the campaign', () => {
  const wanted = [
    ...faults.flatMap(({ name, summary }) => [`\`${name}\``, summary]),
    ...limits.flatMap(({ name, summary }) => [name, summary]),
    ...troubles.flatMap(({ name, summary }) => [`\`${name}\``, summary]),
    ...rules.map(({ name }) => name),
  ];
  expect(wanted.filter((text) => !page.includes(text))).toEqual([]);
});
