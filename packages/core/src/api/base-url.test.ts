import { expect, test } from 'vitest';
import { defaultBaseUrl, readBaseUrl } from './connection.ts';

test('the default is usable', () => {
  expect(readBaseUrl(defaultBaseUrl)).toEqual({ ok: true, url: defaultBaseUrl });
});

test.each([
  [' https://api.helpcrunch.com/v1/ ', 'https://api.helpcrunch.com/v1'],
  ['HTTPS://API.HELPCRUNCH.COM/v1//', 'https://api.helpcrunch.com/v1'],
  ['https://proxy.example:8443/helpcrunch/v1', 'https://proxy.example:8443/helpcrunch/v1'],
  ['http://127.0.0.1:4010/v1', 'http://127.0.0.1:4010/v1'],
  ['http://127.1/v1', 'http://127.0.0.1/v1'],
  ['http://localhost:4010/v1', 'http://localhost:4010/v1'],
  ['http://[::1]:4010/v1', 'http://[::1]:4010/v1'],
])('%j is %s', (text, url) => {
  expect(readBaseUrl(text)).toEqual({ ok: true, url });
});

test.each([
  ['', 'not-a-url'],
  ['api.helpcrunch.com/v1', 'not-a-url'],
  ['ftp://api.helpcrunch.com', 'not-a-url'],
  ['file:///v1', 'not-a-url'],
  ['javascript:alert(1)', 'not-a-url'],
  ['https://<host>/v1', 'angle-brackets'],
  ['https://api.help crunch.com/v1', 'blank-inside'],
  ['http://api.helpcrunch.com/v1', 'not-https'],
  ['http://127.0.0.1.example.com/v1', 'not-https'],
  ['http://localhost.example.com/v1', 'not-https'],
  ['https://key@api.helpcrunch.com/v1', 'credentials'],
  ['https://user:key@api.helpcrunch.com/v1', 'credentials'],
  ['https://api.helpcrunch.com/v1?a=b', 'query'],
  ['https://api.helpcrunch.com/v1#top', 'query'],
  ['https://api.helpcrunch.com/v1?', 'query'],
  ['https://api.helpcrunch.com/v1#', 'query'],
])('%j is unusable: %s', (text, issue) => {
  expect(readBaseUrl(text)).toEqual({ ok: false, issue });
});
