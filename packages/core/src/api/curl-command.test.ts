import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { type CurlKey, commandRefusal, commandRefusalMessage, curlCommand } from './request-code.ts';

const api = 'https://api.helpcrunch.com/v1';

function textOf(
  request: Parameters<typeof curlCommand>[0],
  baseUrl = api,
  key: CurlKey = 'variable',
): string {
  return curlCommand(request, baseUrl, { key });
}

describe('a create as a curl command', () => {
  test('names the key by its variable', () => {
    expect(textOf({ name: 'Ada' })).toContain('Bearer $HELPCRUNCH_API_KEY"');
  });

  test('hands a shell exactly the body, quotes and line breaks included', () => {
    const request = { name: "Ada O'Neil", notes: 'says "hi"\nand `$HOME` \\ leaves' };
    const command = textOf(request).replace(/^curl /, 'printf "%s\\n" ');
    const printed = execFileSync('sh', ['-c', command], {
      encoding: 'utf8',
      env: { HELPCRUNCH_API_KEY: 'k' },
    });
    expect(JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '')).toEqual(request);
  });

  test('hands a shell the address as it is, a quote in it included', () => {
    const command = textOf({}, "https://proxy.example/it's/v1").replace(/^curl /, 'printf "%s\\n" ');
    const printed = execFileSync('sh', ['-c', command], { encoding: 'utf8' });
    expect(printed.split('\n')[0]).toBe("https://proxy.example/it's/v1/customers");
  });

  test('with a key of a keychain, stops in a shell without the variable, and uses it in one with it', () => {
    const command = textOf({ name: 'Ada' }, api, 'variable-or-stop').replace(/^curl /, 'printf "%s\\n" ');
    const run = (env: Record<string, string>) => spawnSync('sh', ['-c', command], { encoding: 'utf8', env });
    expect(run({})).toMatchObject({ status: expect.any(Number), stdout: '' });
    expect(run({}).stderr).toContain('HELPCRUNCH_API_KEY: Set it to your API key first');
    expect(run({ HELPCRUNCH_API_KEY: 'k8Zq' }).stdout).toContain('Authorization: Bearer k8Zq\n');
  });

  test('is refused with text that looks like a key', () => {
    expect(textOf({ notes: 'k'.repeat(328) })).not.toContain('kkkk');
    expect(commandRefusal(textOf({ notes: 'k'.repeat(328) }))).toBe('hidden-text');
  });

  test('is refused where no command line takes it', () => {
    const notes = 'word '.repeat(30_000);
    expect(commandRefusal(textOf({ notes }))).toBe('too-long');
    expect(commandRefusal(textOf({ notes: notes.slice(0, 100_000) }))).toBeUndefined();
  });
});

test('commandRefusalMessage: names the command and what to do', () => {
  expect(commandRefusalMessage('hidden-text', 'curl command')).toBe(
    'No curl command would work: the customer has text that looks like a key. Remove it first.',
  );
  expect(commandRefusalMessage('too-long', 'command')).toBe(
    'The command would be too long for a command line.',
  );
});
