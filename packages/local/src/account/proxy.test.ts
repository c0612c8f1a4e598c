import { expect, test } from 'vitest';
import { reachLoopbackDirectly } from '../start-checks.ts';

test.each([
  ['http://127.0.0.1:4010/v1', '127.0.0.1'],
  ['http://localhost:4010/v1', 'localhost'],
  ['http://[::1]:4010/v1', '[::1]'],
])('%s is kept from the proxy', (HELPCRUNCH_BASE_URL, host) => {
  const environment: Record<string, string | undefined> = { HELPCRUNCH_BASE_URL };
  reachLoopbackDirectly(environment);
  expect(environment['NO_PROXY']).toBe(host);
});

test('what was kept from the proxy before stays so', () => {
  const environment = {
    HELPCRUNCH_BASE_URL: 'http://localhost:1/v1',
    no_proxy: 'example.com',
    NO_PROXY: 'x',
  };
  reachLoopbackDirectly(environment);
  expect(environment).toMatchObject({ no_proxy: 'example.com,localhost', NO_PROXY: 'x' });
});

test.each([undefined, '', 'nowhere', 'https://api.helpcrunch.com/v1'])('%s changes nothing', (baseUrl) => {
  const environment = { HELPCRUNCH_BASE_URL: baseUrl };
  reachLoopbackDirectly(environment);
  expect(environment).toEqual({ HELPCRUNCH_BASE_URL: baseUrl });
});
