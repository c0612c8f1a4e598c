import { expect, test } from 'vitest';
import { file } from '../../test/import.ts';
import { readTable } from '../table/read-table.ts';
import { type MappingChoices, mapColumns, writeMapping } from './mapping.ts';
import { profileColumns } from './profile.ts';
import type { Target } from './target.ts';

async function mapped(text: string, choices: MappingChoices) {
  const table = await readTable(file(text));
  const { columns } = await profileColumns(table.header, table.batches());
  const { mapping, questions } = mapColumns(columns, choices);
  return { targets: Object.values(writeMapping(mapping)), questions };
}

test('mapColumns: beside a whole name that was chosen, a first and a last name are to be decided, for they would be lost', async () => {
  const text = 'First name,Last name,Shown as\nAda,Lovelace,Countess\n';
  const name = { kind: 'field', key: 'name' } as const;
  const targets = new Map<string, Target>([['Shown as', name]]);
  expect(await mapped(text, { targets })).toMatchObject({
    targets: ['', '', 'name'],
    questions: [{ kind: 'unmapped', headers: ['First name', 'Last name'] }],
  });
  expect(await mapped(text, { targets, unmapped: 'ignore' })).toMatchObject({
    targets: ['ignore', 'ignore', 'name'],
    questions: [],
  });
  targets.set('First name', { kind: 'first-name' });
  expect((await mapped(text, { targets, unmapped: 'ignore' })).questions).toEqual([
    { kind: 'same-target', target: name, headers: ['Shown as', 'First name'] },
  ]);
});
