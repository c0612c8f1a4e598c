import { expect, test } from 'vitest';
import { validateSandboxUrl } from './sandbox-account.ts';

test.each(['http://127.0.0.1:4010/v1', 'http://localhost:4010/v1', 'http://[::1]:4010/v1'])(
  'validateSandboxUrl: %s is on this machine',
  (url) => {
    expect(validateSandboxUrl(url)).toBeUndefined();
  },
);

test.each(['https://api.helpcrunch.com/v1', 'http://192.168.0.1/v1', 'https://127.0.0.1/v1', 'yes', '4010'])(
  'validateSandboxUrl: %s is not a sandbox on this machine',
  (url) => {
    expect(validateSandboxUrl(url)).toMatch(/^--sandbox takes the address of a sandbox on this machine/u);
  },
);
