import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from './program.ts';

test('the licences of what is bundled travel with the bundle', () => {
  const licences = readFileSync(join(dirname(program), 'third-party-licences.txt'), 'utf8');
  for (const name of ['ink', 'react', 'yoga-layout', 'ky', 'hono'])
    expect(licences).toMatch(new RegExp(`^${name} \\d.* \\(MIT\\)$`, 'm'));
});
