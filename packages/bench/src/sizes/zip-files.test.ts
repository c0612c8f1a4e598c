import { expect, test } from 'vitest';
import { zipFiles } from './zip-files.ts';

test('the record at the end says how many there are', () => {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(41, 10);
  expect(zipFiles(Buffer.concat([Buffer.from('PK\u0003\u0004 and more'), end]))).toBe(41);
});

test('anything else is refused', () => {
  expect(() => zipFiles(Buffer.from('<html>'))).toThrow('no zip');
});
