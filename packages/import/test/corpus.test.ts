import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type CorpusChoices, type CorpusResult, readCorpusFile } from './read-corpus.ts';

// Each file of the folder `corpus` is a table as people have them, a few lines long. What has to become of it is beside it,
// in `FILE.expected.json`: the choices of the user, and a refusal, questions, or customers.

interface Expectation extends CorpusResult {
  readonly choices?: CorpusChoices;
}

const folder = fileURLToPath(new URL('corpus/', import.meta.url));
const suffix = '.expected.json';
const names = readdirSync(folder);
const files = names.filter((name) => !name.endsWith(suffix));

test('the corpus has at least 40 files, each with its expectation', () => {
  expect(files.length).toBeGreaterThanOrEqual(40);
  expect(names).toEqual([...files, ...files.map((name) => name + suffix)].toSorted());
});

test.each(files)('corpus: %s is read right, or refused with the right message', async (name) => {
  const expected: Expectation = JSON.parse(readFileSync(`${folder}${name}${suffix}`, 'utf8'));
  const { choices, ...result } = expected;
  expect(await readCorpusFile(folder + name, choices)).toEqual(result);
});
