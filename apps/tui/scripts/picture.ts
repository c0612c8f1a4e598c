// Makes docs/wizard.svg from the real screen of the built program: node scripts/picture.ts
import { writeFile } from 'node:fs/promises';
import { environmentOf, makeFolder } from '../test/program.ts';
import { PtyProgram } from '../test/pty-program.ts';
import { screenToSvg } from './screen-to-svg.ts';

// A screen that never shows what it should would be waited for in vain.
setTimeout(() => process.exit(1), 30_000).unref();

await using home = await makeFolder();
await using program = new PtyProgram({
  columns: 76,
  rows: 22,
  environment: environmentOf(home.path, { FORCE_COLOR: '3', COLORTERM: 'truecolor' }),
});
await program.waitForText('Sandbox');
await program.type('\r', 'Name (1/');
await program.type('Ada Lovelace', 'Ada Lovelace');
await program.type('\r', 'Email (2/');
await program.type('ada@gmial.com', 'gmial');
await program.type('\r', 'User ID (3/');
await program.type('user-1843', 'user-1843');
for (const next of ['Company', 'Phone', 'First seen']) await program.type('\r', `${next} (`);
await program.type('2024-05-01T09:30Z', 'sent as');
for (const next of ['Source', 'Locale']) await program.type('\r', `${next} (`);
await program.type('ukra', 'Ukrainian');
for (const next of ['Created from', 'Integration ID', 'Notes', 'Tags']) await program.type('\r', `${next} (`);
await program.type('vip #ff0000,', '1. vip');
await program.type('early bird teal,', '2. early bird');
await program.type('beta', /› beta/);

await writeFile('../../docs/wizard.svg', screenToSvg(program.screen.terminal));
