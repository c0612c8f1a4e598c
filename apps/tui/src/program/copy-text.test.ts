import { execFileSync, spawnSync } from 'node:child_process';
import { hideKeys } from '@helpcrunch-customer-kit/core';
import { describe, expect, test } from 'vitest';
import { type CopyContext, copyText } from './copy-text.ts';

const live: CopyContext = {
  baseUrl: 'https://api.helpcrunch.com/v1',
  isSandbox: false,
  sandboxUrl: undefined,
  keyIsKept: true,
  environment: { HELPCRUNCH_API_KEY: 'k8Zq41Lx' },
  hide: hideKeys,
};
const inProcess: CopyContext = { ...live, isSandbox: true, environment: {} };
const shared: CopyContext = {
  ...inProcess,
  baseUrl: 'http://127.0.0.1:4010/v1',
  sandboxUrl: 'http://127.0.0.1:4010/v1',
};
const customer = { name: "Ada O'Neil", notes: 'two\nlines, a C1 \u009d and "quotes"' };

function messageOf(...parameters: Parameters<typeof copyText>): string | undefined {
  const made = copyText(...parameters);
  return made.ok ? undefined : made.message;
}

function textOf(...parameters: Parameters<typeof copyText>): string {
  const made = copyText(...parameters);
  if (!made.ok) throw new Error(made.message);
  return made.text;
}

describe('copyText: the JSON', () => {
  test('says the same as the customer, and steers no terminal', () => {
    const text = textOf('json', customer, inProcess);
    expect(JSON.parse(text)).toEqual(customer);
    expect(text).toContain('\\u009d');
    expect(text).not.toContain('\u009d');
  });

  test('has no key, and its title says so', () => {
    const made = copyText('json', { notes: 'k'.repeat(328) }, live);
    expect(made).toMatchObject({ ok: true, title: 'JSON, with [hidden] for what looks like a key' });
    expect(JSON.stringify(made)).not.toContain('kkkk');
  });
});

describe('copyText: a command', () => {
  test('hands a shell exactly the customer', () => {
    const [piped = ''] = textOf('command', customer, live).split(' | ');
    expect(JSON.parse(execFileSync('sh', ['-c', piped], { encoding: 'utf8' }))).toEqual(customer);
  });

  test.each([
    ['a live account', live, '| helpcrunch-customer --from - --yes'],
    ['the sandbox in this process', inProcess, '| helpcrunch-customer --sandbox --from - --yes'],
    ['a running sandbox', shared, '| helpcrunch-customer --sandbox=http://127.0.0.1:4010/v1 --from - --yes'],
  ])('goes to %s', (_where, context, end) => {
    expect(textOf('command', customer, context).endsWith(end)).toBe(true);
  });

  test('is not offered when the key was not kept', () => {
    expect(messageOf('command', customer, { ...live, keyIsKept: false })).toBe(
      'No command would work: this key was not kept. Keep it with login, and start again.',
    );
  });
});

describe('copyText: curl', () => {
  test('names the key of a live account by its variable', () => {
    expect(textOf('curl', customer, live)).toContain('-H "Authorization: Bearer $HELPCRUNCH_API_KEY"');
  });

  test('sends no key to a running sandbox', () => {
    const text = textOf('curl', customer, shared);
    expect(text).toContain('-H "Authorization: Bearer sandbox"');
    expect(text).toContain("'http://127.0.0.1:4010/v1/customers'");
  });

  test.each([true, false])(
    'with a key that the shell does not have, says what to set (kept: %s)',
    (keyIsKept) => {
      const command = textOf('curl', customer, { ...live, keyIsKept, environment: {} }).replace(
        /^curl /,
        'echo ',
      );
      const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', env: {} });
      expect(status).not.toBe(0);
      expect(stderr).toContain('HELPCRUNCH_API_KEY: Set it to your API key first');
    },
  );
});

test.each(['curl', 'command'] as const)('copyText: no %s is offered with hidden values', (form) => {
  expect(messageOf(form, { notes: 'k'.repeat(328) }, live)).toMatch(
    /would work: the customer has text that looks like a key\. Remove it first\.$/,
  );
});

test.each(['curl', 'command'] as const)(
  'copyText: a %s that no command line takes is not offered',
  (form) => {
    const notes = 'word '.repeat(30_000);
    expect(messageOf(form, { notes }, live)).toMatch(
      /would be too long for a command line\. Save the JSON of the review in a file, and run: helpcrunch-customer --from FILE$/,
    );
    expect(messageOf(form, { notes: notes.slice(0, 100_000) }, live)).toBeUndefined();
  },
);
