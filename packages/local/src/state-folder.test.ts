import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFolder, stateFolder } from './state-folder.ts';

const home = '/home/ada';

test('stateFolder: Linux uses the XDG state directory', () => {
  const environment = { XDG_STATE_HOME: '/state' };
  expect(stateFolder({ platform: 'linux', environment, home })).toBe('/state/helpcrunch-customer');
});

test('stateFolder: Linux without XDG_STATE_HOME uses ~/.local/state', () => {
  expect(stateFolder({ platform: 'linux', environment: {}, home })).toBe(
    '/home/ada/.local/state/helpcrunch-customer',
  );
});

test('stateFolder: a relative XDG_STATE_HOME is ignored', () => {
  const environment = { XDG_STATE_HOME: 'state' };
  expect(stateFolder({ platform: 'linux', environment, home })).toContain('/home/ada/.local/state/');
});

test('stateFolder: macOS uses Application Support', () => {
  expect(stateFolder({ platform: 'darwin', environment: {}, home: '/Users/ada' })).toBe(
    '/Users/ada/Library/Application Support/helpcrunch-customer',
  );
});

test.each([
  [{ LOCALAPPDATA: 'C:\\Local' }, 'C:\\Local\\helpcrunch-customer'],
  [{}, 'C:\\Users\\ada\\AppData\\Local\\helpcrunch-customer'],
])('stateFolder: Windows with %j uses %s', (environment, folder) => {
  expect(stateFolder({ platform: 'win32', environment, home: 'C:\\Users\\ada' })).toBe(folder);
});

test.each(['linux', 'darwin', 'win32'] as const)(
  'stateFolder: HELPCRUNCH_STATE_DIR wins on %s',
  (platform) => {
    const environment = { HELPCRUNCH_STATE_DIR: '/elsewhere', XDG_STATE_HOME: '/state' };
    expect(stateFolder({ platform, environment, home })).toBe(resolve('/elsewhere'));
  },
);

test('stateFolder: an empty HELPCRUNCH_STATE_DIR is ignored', () => {
  const environment = { HELPCRUNCH_STATE_DIR: '', XDG_STATE_HOME: '/state' };
  expect(stateFolder({ platform: 'linux', environment, home })).toBe('/state/helpcrunch-customer');
});

test.each([
  ['linux', {}, '/home/ada/.cache/helpcrunch-customer'],
  ['linux', { XDG_CACHE_HOME: '/cache' }, '/cache/helpcrunch-customer'],
  ['linux', { XDG_CACHE_HOME: 'cache' }, '/home/ada/.cache/helpcrunch-customer'],
  ['darwin', {}, '/home/ada/Library/Caches/helpcrunch-customer'],
  ['win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Local\\helpcrunch-customer\\cache'],
  ['linux', { HELPCRUNCH_STATE_DIR: '/elsewhere' }, '/home/ada/.cache/helpcrunch-customer'],
] as const)('cacheFolder: on %s with %j it is %s', (platform, environment, folder) => {
  expect(cacheFolder({ platform, environment, home })).toBe(folder);
});
