import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import type { Cell, TableOptions } from './table.ts';
import { TableError } from './table-issue.ts';

/** Opens text or bytes as a file that arrives in pieces of `size` bytes. */
function file(content: string | Uint8Array, size = 7) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return async function* open() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
}

async function read(content: string | Uint8Array, options?: TableOptions) {
  const table = await readTable(file(content), options);
  const rows: { line: number; cells: readonly Cell[]; source: string }[] = [];
  for await (const batch of table.sourceBatches()) {
    for (const { line, cells, source } of batch) {
      rows.push({ line, cells: [...cells], source: new TextDecoder('latin1').decode(source) });
    }
  }
  return { header: table.header, format: table.format, rows };
}

async function issueOf(content: string | Uint8Array, options?: TableOptions) {
  return await read(content, options).then(
    () => undefined,
    (error: unknown) => (error instanceof TableError ? error.issue : error),
  );
}

function utf16(text: string, isLittle: boolean, bom = true): Uint8Array {
  const view = new DataView(new ArrayBuffer((text.length + 1) * 2));
  for (const [index, unit] of [...(bom ? '\ufeff' : ''), ...text].entries())
    view.setUint16(index * 2, unit.charCodeAt(0), isLittle);
  return new Uint8Array(view.buffer, 0, (text.length + (bom ? 1 : 0)) * 2);
}

const windows1251 = Uint8Array.of(0x6e, 0x61, 0x6d, 0x65, 0x0a, 0xc0, 0xe4, 0xe0, 0x0a);
/** UTF-8, and in one line windows-1252. */
const mixed = Uint8Array.from('name,email\nZo\xc3\xab,z@x.com\nBj\xf6rn,b@x.com\n', (character) =>
  character.charCodeAt(0),
);

const rowsOf: readonly [string, string | Uint8Array, readonly (readonly Cell[])[], TableOptions?][] = [
  ['commas', 'name,email\nAda,a@x.com\n', [['Ada', 'a@x.com']]],
  ['semicolons, as formbricks#8172 asks', 'name;email\nAda;a@x.com\n', [['Ada', 'a@x.com']]],
  ['tabs', 'name\temail\nAda\ta@x.com\n', [['Ada', 'a@x.com']]],
  ['pipes', 'name|email\nAda|a@x.com', [['Ada', 'a@x.com']]],
  [
    'a semicolon table with commas in cells',
    'name;company\nAda;A, B\nBob;C, D\n',
    [
      ['Ada', 'A, B'],
      ['Bob', 'C, D'],
    ],
  ],
  ['sep=', 'sep=|\r\nname|email\r\nAda|a@x.com\r\n', [['Ada', 'a@x.com']]],
  ['a given delimiter', 'name^email\nAda^a@x.com\n', [['Ada', 'a@x.com']], { delimiter: '^' }],
  ['CRLF (pyexasol#370: no CR in the last column)', 'name,email\r\nAda,a@x.com\r\n', [['Ada', 'a@x.com']]],
  [
    'CRLF, LF and a CR that ends no row',
    'name,notes\r\nAda,a\rb\nBob,c\r\n',
    [
      ['Ada', 'a\rb'],
      ['Bob', 'c'],
    ],
  ],
  ['CR alone', 'name,email\rAda,a@x.com\r', [['Ada', 'a@x.com']]],
  [
    'line breaks in cells',
    'name,notes\nAda,"one\ntwo"\nBob,\n',
    [
      ['Ada', 'one\ntwo'],
      ['Bob', ''],
    ],
  ],
  ['a quote and a line break in a cell', 'name,notes\nAda,"""a""\nb"\n', [['Ada', '"a"\nb']]],
  [
    'a list in a row without its last cells',
    'name,tags,plan\nAda,vip;beta;gold\n',
    [['Ada', 'vip;beta;gold']],
  ],
  ['doubled quotes', 'name,notes\nAda,"a ""b"" c"\n', [['Ada', 'a "b" c']]],
  ['a quote inside an unquoted cell', 'name,notes\nAda,5" pipe\n', [['Ada', '5" pipe']]],
  ['a delimiter in quotes', 'name,company\n"Lovelace, Ada",X\n', [['Lovelace, Ada', 'X']]],
  [
    'blank lines',
    'name,email\n\nAda,a@x.com\n\n\nBob,b@x.com\n',
    [
      ['Ada', 'a@x.com'],
      ['Bob', 'b@x.com'],
    ],
  ],
  ['empty cells left out at the end', 'name,email,phone\nAda\n', [['Ada']]],
  ['empty cells added at the end', 'name,email\nAda,a@x.com,,\n', [['Ada', 'a@x.com', '', '']]],
  ['UTF-8', 'name,notes\nАда,😀\n', [['Ада', '😀']]],
  ['a BOM before the first header (javarosa#687)', '\ufeffname,email\nAda,a@x.com\n', [['Ada', 'a@x.com']]],
  ['UTF-16 LE', utf16('name,email\r\nАда,a@x.com\r\n', true), [['Ада', 'a@x.com']]],
  ['UTF-16 BE', utf16('name\temail\nАда\ta@x.com\n', false), [['Ада', 'a@x.com']]],
  ['UTF-16 LE without a BOM', utf16('name,email\nAda,a@x.com\n', true, false), [['Ada', 'a@x.com']]],
  ['windows-1251, as asked', windows1251, [['Ада']], { encoding: 'windows-1251' }],
  ['leading zeros (OfficeCLI#415)', 'userId\n007\n', [['007']]],
  ['text that looks like a number or a word', 'a b\n1.23E+11\n', [['1.23E+11']]],
  [
    'JSON Lines',
    '{"name":"Ada"}\n\n{"name":"Bob","email":"b@x.com"}\n',
    [
      ['Ada', undefined],
      ['Bob', 'b@x.com'],
    ],
  ],
  ['one line of JSON Lines', '{"name":"Ada"}\n', [['Ada']]],
  ['a JSON list', '[\n {"name":"Ada"},\n {"name":"B{o]b"}]', [['Ada'], ['B{o]b']]],
  ['a JSON page', '{"total":2,"meta":{"x":1},"data":[{"name":"Ada"},{"name":"Bob"}]}', [['Ada'], ['Bob']]],
  [
    'one JSON object',
    '{\n  "name": "Ada",\n  "tags": [{"name":"vip"}]\n}',
    [['Ada', { json: '[{"name":"vip"}]' }]],
  ],
  ['digits of JSON numbers', '[{"userId":9007199254740993}]', [[{ json: '9007199254740993' }]]],
  ['null in JSON', '[{"name":null,"a":true}]', [['', { json: 'true' }]]],
  ['escapes in JSON', '[{"name":"A\\"}d\\u0430"}]', [['A"}dа']]],
];

test.each(rowsOf)('readTable: %s', async (_, content, cells, options) => {
  const { rows } = await read(content, options);
  expect(rows.map((row) => row.cells)).toEqual(cells);
});

test.each([
  ['', { code: 'empty' }],
  ['\n\n', { code: 'empty' }],
  ['name,email\n', { code: 'no-rows' }],
  [Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), { code: 'spreadsheet' }],
  [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), { code: 'spreadsheet' }],
  [Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3), { code: 'compressed' }],
  ['%PDF-1.7\n1 0 obj\n', { code: 'binary' }],
  ['<!DOCTYPE html><html>\n', { code: 'not-a-table', form: 'html' }],
  ['curl https://example.com -d \'{"name":"Ada"}\'\n', { code: 'not-a-table', form: 'curl' }],
  ['| Name | Email |\n| --- | :-: |\n| Ada | a@x.com |\n', { code: 'not-a-table', form: 'fence' }],
  [Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 1, 1, 0, 9, 9, 9), { code: 'binary' }],
  [
    windows1251,
    { code: 'wrong-encoding', line: 2, encoding: 'utf-8', suggestion: 'windows-1251', isMixed: false },
  ],
  ['name,email\nAda,"a@x.com\nBob,b\n', { code: 'quote-not-closed', line: 2 }],
  [
    'name,notes,plan\nAda,"open,pro\nBob,b,pro\nCid,"says ""hi""",pro\n',
    { code: 'quote-not-closed', line: 2 },
  ],
  ['name,notes\nAda,x\n"Bob","open\n"Cid","c"\n', { code: 'quote-not-closed', line: 3 }],
  ['name,,email\nA,b,c\n', { code: 'empty-header', column: 2 }],
  ['name,email,name\nA,b,c\n', { code: 'duplicate-header', header: 'name', columns: [1, 3] }],
  ['ada@example.com,Ada\nbob@example.com,Bob\n', { code: 'header-is-data', value: 'ada@example.com' }],
  [
    'name,email\nAda,a@x.com,extra\nBob,b@x.com\nCid,c,d\n',
    { code: 'ragged-row', line: 2, cells: 3, expected: 2, more: 1, delimiter: undefined },
  ],
  [
    'name,email,plan\nAda,a@x.com,pro\nBob;b@x.com;pro\nCid;c@x.com;pro\n',
    { code: 'ragged-row', line: 3, cells: 1, expected: 3, more: 1, delimiter: ';' },
  ],
  [mixed, { code: 'wrong-encoding', line: 3, encoding: 'utf-8', suggestion: 'windows-1252', isMixed: true }],
  [
    '{"name":"Ada"}\n{"name":}\n',
    { code: 'invalid-json', line: 2, message: 'Invalid JSON: expected a value.' },
  ],
  ['["ada@example.com"]', { code: 'not-an-object', line: 1, kind: 'a text' }],
  ['[{"name":"Ada"},\n7]', { code: 'not-an-object', line: 2, kind: 'a number' }],
  ['[]', { code: 'no-rows' }],
  ['{"name":"Ada"}\n[1]\n', { code: 'not-an-object', line: 2, kind: 'a list' }, { format: 'jsonl' }],
  ['[{"name":"Ada","name":"Bob"}]', { code: 'duplicate-key', line: 1, key: 'name' }],
] as const)('readTable: %j is refused', async (content, issue, options?: TableOptions) => {
  expect(await issueOf(content, options)).toEqual(issue);
});

test.each([
  ['an object that is cut off', '[{"name":"Ada"},{"name":"Bob"', 1, 'the closing brace } is missing.'],
  ['a list that is cut off', '[{"name":"Ada"},\n{"name":"Bob"}\n', 3, 'the closing bracket ] is missing.'],
  ['a page that is cut off', '{"data":[{"name":"Ada"}]', 1, 'the closing brace } is missing.'],
  ['a bracket of the wrong kind', '[{"name":"Ada"}}', 1, 'expected a value.'],
  ['text between objects', '[{"name":"Ada"}\noops {"name":"Bob"}]', 2, 'put oops in double quotes.'],
  [
    'deep nesting',
    `[{"name":${'['.repeat(20_000)}`,
    1,
    'Lists and objects are nested more than 100 levels deep.',
  ],
])('readTable: %s in a JSON list is refused', async (_, content, line, issue) => {
  const message = issue.startsWith('Lists') ? issue : `Invalid JSON: ${issue}`;
  expect(await issueOf(content)).toEqual({ code: 'invalid-json', line, message });
});

test('readTable: an unknown encoding is refused, and so is one row too many', async () => {
  expect(await issueOf('name\nAda\n', { encoding: 'klingon' })).toEqual({
    code: 'unknown-encoding',
    encoding: 'klingon',
  });
  expect(await issueOf('name\nAda\nBob\n', { maxRows: 1 })).toEqual({ code: 'too-many-rows', maxRows: 1 });
});

test('readTable: braces, quotes and brackets in comments and texts of JSON divide nothing', async () => {
  const text = '// [\n[ /* it\'s { " */ {"name":"}] \\" {"}, // {\n{"name":"Bob" /* } */}]\n';
  const { rows } = await read(text);
  expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
    [2, '}] " {'],
    [3, 'Bob'],
  ]);
});

test('readTable: rows know their line and their exact source, whatever the size of the pieces', async () => {
  const text = 'name;notes\r\n\r\n"Ada ""L""";"one\r\ntwo"\r\n\r\nBob;\r\nCid;x';
  for (const size of [1, 2, 3, 5, 64, 1000]) {
    const table = await readTable(file(text, size));
    const rows: [number, string][] = [];
    for await (const batch of table.sourceBatches()) {
      for (const { line, source } of batch) rows.push([line, new TextDecoder().decode(source)]);
    }
    expect(rows).toEqual([
      [3, '"Ada ""L""";"one\r\ntwo"'],
      [6, 'Bob;'],
      [7, 'Cid;x'],
    ]);
  }
});

test('readTable: a header that is a customer is reported before a broken row, in however many pieces', async () => {
  const bytes = Buffer.from('ada@x.com,email\n\x80name,email\nname,email\n', 'latin1');
  for (const size of [1, 7, 100]) {
    const open = async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    };
    await expect(readTable(open)).rejects.toMatchObject({ issue: { code: 'header-is-data' } });
  }
});

test('readTable: a sep= line is left out in however many pieces it comes', async () => {
  for (const lineBreak of ['\n', '\r\n', '\r']) {
    for (const size of [1, 2, 6, 7, 100]) {
      const table = await readTable(file(['sep=;', 'name;email', 'Ada;a@x.com'].join(lineBreak), size));
      const rows: unknown[] = [];
      for await (const batch of table.batches()) {
        for (const { line, cells } of batch) rows.push([line, ...cells]);
      }
      expect([table.header, rows]).toEqual([['name', 'email'], [[3, 'Ada', 'a@x.com']]]);
    }
  }
});

test('readTable: rows can be read more than once', async () => {
  const table = await readTable(file('name\nAda\nBob\n'));
  for (let time = 0; time < 2; time += 1) {
    const names: unknown[] = [];
    for await (const batch of table.batches()) for (const { cells } of batch) names.push(cells[0]);
    expect(names).toEqual(['Ada', 'Bob']);
  }
});

test('readTable: rows of a small table are read from the file once, and of a broken one each time', async () => {
  const rowsOf = async (content: string) => {
    let opened = 0;
    const open = () => {
      opened += 1;
      return file(content)();
    };
    const { batches } = await readTable(open);
    const before = opened;
    const reading = async () => {
      const rows: unknown[] = [];
      for await (const batch of batches()) rows.push(...batch);
      return rows;
    };
    const problemIn = (error: TableError) => error.issue;
    const readings = [await reading().catch(problemIn), await reading().catch(problemIn)];
    return { opened: opened - before, readings };
  };
  const good = await rowsOf('name,email\nAda,a@example.com\nBob,b@example.com\n');
  expect(good.opened).toBe(1);
  expect(good.readings[0]).toHaveLength(2);
  expect(good.readings[1]).toEqual(good.readings[0]);
  const broken = await rowsOf('name,email\nAda,a@example.com\nBob,b@example.com,more\n');
  expect(broken.opened).toBe(2);
  expect(broken.readings).toMatchObject([{ code: 'ragged-row' }, { code: 'ragged-row' }]);
});
