import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { expect, test } from 'vitest';
import { neededPackages, zipFileCount } from './size.ts';

test('neededPackages: follows dependencies through links, counts each once, and leaves out what is missing', () => {
  using folder = temporaryFolder();
  const root = realpathSync(folder.path);
  const put = (path: string, manifest: object) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify(manifest));
  };
  put('store/a/node_modules/a/package.json', {
    dependencies: { b: '1' },
    optionalDependencies: { 'other-platform': '1' },
  });
  put('store/a/node_modules/b/package.json', { dependencies: { a: '1' } });
  mkdirSync(join(root, 'app/node_modules'), { recursive: true });
  symlinkSync(join(root, 'store/a/node_modules/a'), join(root, 'app/node_modules/a'));
  expect([...neededPackages(join(root, 'app'), ['a'])]).toEqual([
    join(root, 'store/a/node_modules/a'),
    join(root, 'store/a/node_modules/b'),
  ]);
});

test('zipFileCount: reads the record at the end', () => {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(41, 10);
  expect(zipFileCount(Buffer.concat([Buffer.from('PK\u0003\u0004 and more'), end]))).toBe(41);
});

test('zipFileCount: throws for anything else', () => {
  expect(() => zipFileCount(Buffer.from('<html>'))).toThrow('Not a zip');
});
