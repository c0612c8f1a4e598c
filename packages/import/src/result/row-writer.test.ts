import { expect, test } from 'vitest';
import { file } from '../../test/import.ts';
import { readTable } from '../table/read-table.ts';
import type { TableOptions } from '../table/table.ts';
import { createRowWriter, type ResultFile } from './row-writer.ts';

/** The file that has all rows of a table, each with the same cells of our own. */
async function written(
  text: string,
  name: ResultFile,
  own: readonly string[],
  options?: TableOptions,
): Promise<string> {
  const table = await readTable(file(text), options);
  const writer = createRowWriter(table);
  const parts = [writer.start(name)];
  for await (const batch of table.sourceBatches()) {
    for (const row of batch) parts.push(writer.row(row, own));
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(parts));
}

test('createRowWriter: rows of CSV are the bytes of the input, with our cells at their end', async () => {
  const text = '\ufeffsep=;\r\n"name" ;email\r\n"Ada ""L""";ada@example.com\r\nBob\r\n';
  expect(await written(text.replace('\ufeff', ''), 'failed', ['a;b', 'email', '400'])).toBe(
    'sep=;\r\n"name" ;email;error;error_column;status\r\n"Ada ""L""";ada@example.com;"a;b";email;400\r\nBob;;"a;b";email;400\r\n',
  );
});

test('createRowWriter: pending rows have nothing added, and a byte order mark stays', async () => {
  const text = '\ufeffname,email\nAda,ada@example.com\nBob\n';
  expect(await written(text, 'pending', [])).toBe(text);
});

test('createRowWriter: a result file written again has our columns once', async () => {
  const once = await written('name,email\nAda,a@x.com\n', 'failed', ['bad, very', 'email', '400']);
  expect(await written(once, 'failed', ['worse', 'name', '422'])).toBe(
    'name,email,error,error_column,status\nAda,a@x.com,worse,name,422\n',
  );
  const json = await written('[{"name":\n "Ada"}]', 'failed', ['bad "x"', 'email', '400']);
  expect(json).toBe('{"name": "Ada", "error": "bad \\"x\\"", "error_column": "email", "status": "400"}\n');
  expect(await written(json, 'created', ['7'])).toBe('{"name": "Ada", "helpcrunch_id": "7"}\n');
});

test('createRowWriter: a skipped row has its reason, and the file can be written again', async () => {
  const own = ['7', 'Same as line 2.'];
  const csv = 'name,helpcrunch_id,helpcrunch_reason\nAda,7,Same as line 2.\n';
  expect(await written('name\nAda\n', 'skipped', own)).toBe(csv);
  expect(await written(csv, 'created', ['8'])).toBe('name,helpcrunch_id\nAda,8\n');
  const json = await written('{"name": "Ada"}', 'skipped', own);
  expect(json).toBe('{"name": "Ada", "helpcrunch_id": "7", "helpcrunch_reason": "Same as line 2."}\n');
  expect(await written(json, 'created', ['8'])).toBe('{"name": "Ada", "helpcrunch_id": "8"}\n');
});

test('createRowWriter: only our own cells are kept from being formulas', async () => {
  expect(await written('name,notes\nAda,=1+1\n', 'failed', ['=bad', '', ''])).toBe(
    "name,notes,error,error_column,status\nAda,=1+1,'=bad,,\n",
  );
});

test('createRowWriter: a status column of the user is not taken for ours', async () => {
  expect(await written('name,status\nAda,vip\n', 'created', ['7'])).toBe(
    'name,status,helpcrunch_id\nAda,vip,7\n',
  );
});
