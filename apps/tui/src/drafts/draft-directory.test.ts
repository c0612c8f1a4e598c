import { expect, test } from 'vitest';
import { draftDirectory } from './draft-directory.ts';

const home = '/home/ada';

test('Linux keeps drafts in the XDG state directory', () => {
  const environment = { XDG_STATE_HOME: '/state' };
  expect(draftDirectory({ platform: 'linux', environment, home })).toBe('/state/helpcrunch-customer/drafts');
});

test('without XDG_STATE_HOME that is ~/.local/state', () => {
  expect(draftDirectory({ platform: 'linux', environment: {}, home })).toBe(
    '/home/ada/.local/state/helpcrunch-customer/drafts',
  );
});

test('a relative XDG_STATE_HOME does not count', () => {
  const environment = { XDG_STATE_HOME: 'state' };
  expect(draftDirectory({ platform: 'linux', environment, home })).toContain('/home/ada/.local/state/');
});

test('macOS keeps drafts in Application Support', () => {
  expect(draftDirectory({ platform: 'darwin', environment: {}, home: '/Users/ada' })).toBe(
    '/Users/ada/Library/Application Support/helpcrunch-customer/drafts',
  );
});

test('Windows keeps drafts in LOCALAPPDATA', () => {
  const environment = { LOCALAPPDATA: 'C:\\Local' };
  expect(draftDirectory({ platform: 'win32', environment, home: 'C:\\Users\\ada' })).toBe(
    'C:\\Local\\helpcrunch-customer\\drafts',
  );
});

test('without LOCALAPPDATA that is its usual place', () => {
  expect(draftDirectory({ platform: 'win32', environment: {}, home: 'C:\\Users\\ada' })).toBe(
    'C:\\Users\\ada\\AppData\\Local\\helpcrunch-customer\\drafts',
  );
});
