import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { curlCommand } from './curl-command.ts';

describe('a create as a curl command', () => {
  test('names the key by its variable', () => {
    expect(curlCommand({ name: 'Ada' }, 'https://api.helpcrunch.com/v1')).toContain(
      'Bearer $HELPCRUNCH_API_KEY"',
    );
  });

  test('hands a shell exactly the body, quotes and line breaks included', () => {
    const request = { name: "Ada O'Neil", notes: 'says "hi"\nand `$HOME` \\ leaves' };
    const command = curlCommand(request, 'https://api.helpcrunch.com/v1').replace(
      /^curl /,
      'printf "%s\\n" ',
    );
    const printed = execFileSync('sh', ['-c', command], {
      encoding: 'utf8',
      env: { HELPCRUNCH_API_KEY: 'k' },
    });
    expect(JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '')).toEqual(request);
  });

  test('hands a shell the address as it is, a quote in it included', () => {
    const command = curlCommand({}, "https://proxy.example/it's/v1").replace(/^curl /, 'printf "%s\\n" ');
    const printed = execFileSync('sh', ['-c', command], { encoding: 'utf8' });
    expect(printed.split('\n')[0]).toBe("https://proxy.example/it's/v1/customers");
  });

  test('hides text that looks like a key', () => {
    expect(curlCommand({ notes: 'k'.repeat(328) }, 'https://api.helpcrunch.com/v1')).not.toContain('kkkk');
  });
});
