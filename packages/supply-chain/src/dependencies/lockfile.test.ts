import { expect, test } from 'vitest';
import { directDependencies, readLockfile } from './lockfile.ts';

const text = `
lockfileVersion: '9.0'
importers:
  .: {}
  packages/core:
    dependencies:
      ky: { specifier: 2.1.0, version: 2.1.0(peer@1.0.0) }
      own: { specifier: 'workspace:*', version: 'link:../own' }
    optionalDependencies:
      keyring: { specifier: 2.0.0, version: 2.0.0 }
snapshots:
  ky@2.1.0(peer@1.0.0): { dependencies: { peer: 1.0.0, alias: real@3.0.0 } }
  peer@1.0.0: { dependencies: { ky: 2.1.0(peer@1.0.0) } }
  real@3.0.0: {}
  keyring@2.0.0: { optionalDependencies: { keyring-linux: 2.0.0, keyring-mac: 2.0.0 } }
  keyring-linux@2.0.0: {}
  keyring-mac@2.0.0: {}
`;

const kyAndMore = ['ky@2.1.0', 'real@3.0.0', 'peer@1.0.0'];

test('direct dependencies with all that they bring, circles and aliases and other platforms included', () => {
  expect(directDependencies(readLockfile(text))).toEqual([
    { name: 'ky', version: '2.1.0', usedIn: 'packages/core', brings: 2, always: kyAndMore },
    { name: 'keyring', version: '2.0.0', usedIn: 'packages/core', brings: 2, always: ['keyring@2.0.0'] },
  ]);
});

test('a lockfile of another kind is not guessed at', () => {
  expect(() => readLockfile("lockfileVersion: '10.0'")).toThrow('version 9');
});
