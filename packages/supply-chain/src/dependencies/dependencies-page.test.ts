import { expect, test } from 'vitest';
import { dependenciesPage, type PageFacts } from './dependencies-page.ts';
import { pageFacts } from './page-facts.ts';

const facts = pageFacts();
const page = dependenciesPage(facts);

function withMore(more: Partial<PageFacts>): () => string {
  return () => dependenciesPage({ ...facts, ...more });
}

test('a dependency without a reason is refused, by its name', () => {
  const stranger = {
    name: 'left-pad',
    version: '1.3.0',
    usedIn: '.',
    brings: 0,
    always: [],
    licence: 'WTFPL',
  };
  expect(withMore({ dependencies: [...facts.dependencies, stranger] })).toThrow(
    'No reason is given for left-pad',
  );
});

test('a reason for what is gone is refused, too', () => {
  const rest = facts.dependencies.filter(({ name }) => name !== 'ky');
  expect(withMore({ dependencies: rest })).toThrow('Nothing depends on ky');
});

test('an install script that may run needs a reason of its own', () => {
  expect(withMore({ allowedScripts: ['esbuild', 'left-pad'] })).toThrow(
    'left-pad may run its install script',
  );
});

test('what two packages use stands there once, with both', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| jsonc-parser '));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain('| packages/core, packages/language-server |');
});

test('the licences of all that people run are listed, each package once', () => {
  expect(page).toMatch(/^- \*\*MIT\*\* \(\d+\): .*\byoga-layout@/m);
  expect(page).not.toContain('not named in its package.json');
});

test('what people run and what the kit is made with are told apart', () => {
  const [run = '', made = ''] = page.split('## What the kit is made');
  expect(run).toMatch(/^\| ky 2/m);
  expect(run).not.toMatch(/^\| vitest /m);
  expect(made).toMatch(/^\| vitest .*\| MIT \|/m);
});
