import { expect, test } from 'vitest';
import { licencesText } from './write-licences.ts';

test('every licence stands there with its package, in order of the names', () => {
  const page = licencesText([
    { name: 'ky', version: '2.1.0', licence: 'MIT', text: 'Copyright Sindre' },
    { name: 'chrono-node', version: '2.10.3', licence: 'MIT', text: 'Copyright Wanasit' },
  ]);
  expect(page).toContain(`chrono-node 2.10.3 (MIT)\n${'-'.repeat(80)}\n\nCopyright Wanasit\n`);
  expect(page.indexOf('chrono-node')).toBeLessThan(page.indexOf('ky 2.1.0'));
});
