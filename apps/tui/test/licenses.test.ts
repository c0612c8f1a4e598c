import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from './program.ts';

test('the licenses of what is bundled travel with the bundle', () => {
  const licenses = readFileSync(join(dirname(program), 'third-party-licenses.txt'), 'utf8');
  for (const name of ['ink', 'react', 'yoga-layout', 'ky', 'hono'])
    expect(licenses).toMatch(new RegExp(`^${name} \\d.* \\(MIT\\)$`, 'm'));
});
