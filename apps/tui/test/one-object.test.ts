import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFlags } from '../src/command-line/flags.ts';
import { commands } from '../src/commands/list.ts';
import { onlyObject, runProgram, schemaErrors } from './run-program.ts';

const names = createFlags.map(({ name }) => name).filter((name) => name !== 'help' && name !== 'version');

/** What people, scripts and slips of the finger put between the flags. */
const value = fc.constantFrom(
  'Ada',
  'ada@example.com',
  '',
  '-',
  '-5',
  '2024-05-01',
  'plan=pro',
  '"',
  '😀',
  '\ufffd',
);

/** One word of a command line, sometimes a random one. */
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names).map((name) => `--${name}`) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...names), value).map(([name, text]) => `--${name}=${text}`),
  },
  { weight: 3, arbitrary: value },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...commands.map(({ name }) => name), 'bash', '--no-verify', 'list', 'show'),
  },
  { weight: 1, arbitrary: fc.constantFrom('-y', '-yy', '-x', '--', '--emial', '--api-key=abc', '--no-json') },
);

/** What can be followed as it is, so that runs come further than to the first slip. */
const sound = fc
  .record({
    sandbox: fc.boolean(),
    consent: fc.constantFrom([], ['--yes'], ['--dry-run']),
    fields: fc.subarray(['--name=Ada', '--email=ada@', '--phone=-5', '--tag=vip #nope', '--from=-']),
  })
  .map(({ sandbox, consent, fields }) => [...(sandbox ? ['--sandbox'] : []), ...consent, ...fields]);

const commandLine = fc.oneof(fc.array(word, { maxLength: 6 }), sound);

/** The exit code of every outcome that is possible here. */
const exits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  create: { created: 0, 'dry-run': 0, invalid: 2, 'needs-confirmation': 2, unauthorized: 4 },
  history: { listed: 0, 'not-found': 2, invalid: 2 },
  drafts: { listed: 0, invalid: 2 },
  login: { 'keychain-unavailable': 2, invalid: 2 },
  logout: { 'keychain-unavailable': 2, invalid: 2 },
  status: { unauthorized: 4, invalid: 2 },
  completion: { done: 0, invalid: 2 },
  sample: { done: 0, invalid: 2 },
  approve: { invalid: 2, 'not-found': 2 },
  import: { invalid: 2, listed: 0, 'not-found': 2 },
};

test('the outcomes of every command are known here', () => {
  expect(Object.keys(exits).toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
});

// 60 programs in all: several short tests rather than a long one.
test.each([
  ['--json', 1],
  ['--json', 2],
  ['--json', 3],
  ['--json=true', 1],
  ['--json=', 1],
])(
  'with %s, every command line that is not about help or the version prints exactly one object (part %i)',
  async (json) => {
    await fc.assert(
      fc.asyncProperty(commandLine, fc.nat(), async (words, place) => {
        const argv = words.toSpliced(place % (words.length + 1), 0, json);
        const { stdout, code } = await runProgram(argv, { stdin: '{ "name": "Ada" }' });
        const object = onlyObject(stdout);
        const { schemaVersion, command, outcome, retryable, issues, next } = object;
        expect(schemaVersion).toBe(1);
        expect(exits[String(command)]?.[String(outcome)]).toBe(code);
        expect(retryable).toBe(false);
        // Only a create says something about a customer.
        const customerExists = outcome === 'created' ? 'yes' : 'no';
        expect(object['customerExists']).toBe(command === 'create' ? customerExists : undefined);
        // Whatever went wrong is reported in it.
        const errors = (issues as { severity: string }[]).filter(({ severity }) => severity === 'error');
        expect(errors.length > 0).toBe(code !== 0);
        expect(next).toBeInstanceOf(Array);
        expect(await schemaErrors(object)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  },
);

test('the JSON Schema refuses an object that does not follow it', async () => {
  const object = {
    schemaVersion: 1,
    command: 'history',
    outcome: 'listed',
    retryable: false,
    issues: [],
    next: [],
  };
  expect(await schemaErrors(object)).toEqual([]);
  expect(await schemaErrors({ ...object, problems: [] })).not.toEqual([]);
  expect(await schemaErrors({ ...object, outcome: 'done' })).not.toEqual([]);
  expect(await schemaErrors({ ...object, command: 'create' })).not.toEqual([]);
});
