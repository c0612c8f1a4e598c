import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { now } from '../../../test/documents.ts';
import { createTableDiagnostics } from './table-diagnostics.ts';

/** Each diagnostic of a new file: its code and the text that it underlines. */
function diagnosticsOf(name: string, text: string, mapping?: object) {
  const document = TextDocument.create(`file:///${name}`, 'plaintext', 1, text);
  const diagnose = createTableDiagnostics({ now: () => now, rulesUrl: 'file:///rules.md' });
  return diagnose(document, mapping && JSON.stringify(mapping)).map(({ code, range, severity }) => [
    code,
    document.getText(range),
    severity,
  ]);
}

const [error, information] = [1, 3];

test('CSV: an issue is at its cell, as it is written', () => {
  const text = 'name,email\n"Love😀lace, Ada","ada""example"\nGrace,grace@example.com\n';
  expect(diagnosticsOf('all.customers.csv', text)).toEqual([['invalid-email', '"ada""example"', error]]);
});

test('CSV: line breaks inside quotes move no issue', () => {
  const text = 'email,name\r\na@example.com,"Ada\r\nLovelace"\r\nunknown,Grace\r\n';
  expect(diagnosticsOf('all.customers.csv', text)).toEqual([['invalid-email', 'unknown', error]]);
});

test('CSV: an issue links to its rule', () => {
  const document = TextDocument.create('file:///a.customers.csv', 'csv', 1, 'email\nada');
  const [first] = createTableDiagnostics({ now: () => now, rulesUrl: 'file:///rules.md' })(document);
  expect(first).toMatchObject({
    source: 'helpcrunch',
    codeDescription: { href: 'file:///rules.md#invalid-email' },
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } },
  });
});

test('CSV: headers without a place, or with the same one, are marked and nothing else', () => {
  const text = 'name,email,Shoe size,E-mail\nAda,ada@example.com,37,other@example.com\n';
  expect(diagnosticsOf('all.customers.csv', text)).toEqual([
    ['unmapped-column', 'Shoe size', information],
    ['same-target', 'E-mail', information],
  ]);
});

test('CSV: a row with too many cells is marked at its first line, and the others are checked', () => {
  const text = 'name,email\nAda,"a\nb",c\nGrace,grace\n';
  expect(diagnosticsOf('all.customers.csv', text)).toEqual([
    ['ragged-row', 'Ada,"a', error],
    ['invalid-email', 'grace', error],
  ]);
});

test.each([
  ['name,email\nAda,ada@example.com\n"Grace,g@example.com\n', 'quote-not-closed', '"Grace,g@example.com'],
  ['name,notes\nAda,"open\nGrace,"b"\n', 'quote-not-closed', 'Ada,"open'],
  ['name,email,plan\nGrace;g@example.com;pro\n', 'ragged-row', 'Grace;g@example.com;pro'],
  ['name,name\nAda,Ada\n', 'duplicate-header', 'name'],
  ['Ada,ada@example.com\nGrace,grace@example.com\n', 'header-is-data', 'ada@example.com'],
  ['name,,email\nAda,x,ada@example.com\n', 'empty-header', 'name,,email'],
])('CSV: %j cannot be imported', (text, code, underlined) => {
  expect(diagnosticsOf('all.customers.csv', text)).toEqual([[code, underlined, error]]);
});

test('CSV: rows of the same customer', () => {
  const text = 'userId,email\n1,a@example.com\n2,A@example.com\n1,b@example.com\n1,a@example.com\n';
  expect(diagnosticsOf('all.customers.csv', text)).toEqual([
    ['same-email', 'A@example.com', information],
    ['same-user-id', '1', error],
    ['same-row', '1,a@example.com', information],
  ]);
});

test('TSV: commas divide nothing', () => {
  expect(diagnosticsOf('all.customers.tsv', 'name\temail\nLovelace, Ada\tada,x\n')).toEqual([
    ['invalid-email', 'ada,x', error],
  ]);
});

test('JSON Lines: an issue is at the exact value, and broken lines spoil no others', () => {
  const text = [
    '{"email": "ada"}',
    '',
    '  {"name": "Grace", "tags": [{"name": "vip"}, {"name": 5}]}',
    '[1]',
    '{"email": "x@example.com", "email": "y@example.com"}',
    '{"name": }',
  ].join('\r\n');
  expect(diagnosticsOf('all.customers.jsonl', text)).toEqual([
    ['not-an-object', '[', error],
    ['duplicate-key', '"email"', error],
    ['not-json', '}', error],
    ['invalid-email', '"ada"', error],
    ['wrong-type', '5', error],
  ]);
});

test.each(['customers.csv', 'all.csv', 'all.customers.csv.bak', 'all.customer.csv', 'all.jsonl'])(
  'nothing about %s',
  (name) => expect(diagnosticsOf(name, 'email\nada\n')).toEqual([]),
);

test('of very many issues 1,000 are shown, errors first', () => {
  const rows = Array.from({ length: 1500 }, (_, index) => `ada${index}`);
  const found = diagnosticsOf(
    'all.customers.csv',
    ['email,Shoe', ...rows.map((email) => `${email},1`)].join('\n'),
  );
  expect(found).toHaveLength(1001);
  expect(found.slice(1).every(([code]) => code === 'invalid-email')).toBe(true);
});

test('after an edit, the same as in a new file', () => {
  const text = 'name,email\nAda,ada\nGrace,grace@example.com\nLin,lin\n';
  const document = TextDocument.create('file:///all.customers.csv', 'csv', 1, text);
  const diagnose = createTableDiagnostics({ now: () => now });
  diagnose(document);
  const at = (line: number, character: number) => ({ line, character });
  const changes = [
    { range: { start: at(1, 0), end: at(2, 0) }, text: '"A\nda",a@example.com\n' },
    { range: { start: at(0, 5), end: at(0, 10) }, text: 'mail' },
    { range: { start: at(0, 0), end: at(0, 4) }, text: 'company' },
  ];
  for (const [index, change] of changes.entries()) {
    TextDocument.update(document, [change], index + 2);
    const fresh = TextDocument.create('file:///all.customers.csv', 'csv', 1, document.getText());
    expect(diagnose(document)).toEqual(createTableDiagnostics({ now: () => now })(fresh));
  }
});

test('the mapping that an import saved decides which cells are checked, and as what', () => {
  const text = 'who,Mail,When\nAda,ada,2023-04-03T10:00:00Z\n';
  const columns = { who: 'name', Mail: 'customData.Mail', When: 'firstSeen' };
  expect(diagnosticsOf('all.customers.csv', text).map(([code]) => code)).toEqual([
    'unmapped-column',
    'unmapped-column',
    'invalid-email',
  ]);
  expect(diagnosticsOf('all.customers.csv', text, { version: 1, columns })).toEqual([]);
  const asEmail = { version: 1, columns: { ...columns, who: 'email' } };
  expect(diagnosticsOf('all.customers.csv', text, asEmail)).toEqual([['invalid-email', 'Ada', error]]);
});

test('a mapping that cannot be read is reported at the first header', () => {
  expect(diagnosticsOf('all.customers.csv', 'name\nAda\n', { columns: { name: 'nickname' } })).toEqual([
    ['mapping-file', 'name', information],
  ]);
});

test('of 10,000 rows, only those that an edit changed are checked again', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => `Ada ${index},ada${index}@example.com`);
  const document = TextDocument.create(
    'file:///all.customers.csv',
    'csv',
    1,
    `name,email\n${rows.join('\n')}\n`,
  );
  let checked = 0;
  const diagnose = createTableDiagnostics({
    now() {
      checked += 1;
      return now;
    },
  });
  const checkedFor = (line: number, change: string) => {
    const range = { start: { line, character: 0 }, end: { line, character: 0 } };
    TextDocument.update(document, [{ range, text: change }], document.version + 1);
    checked = 0;
    diagnose(document);
    return checked;
  };
  diagnose(document);
  expect(checked).toBe(10_000);
  expect(checkedFor(5000, 'Lady ')).toBe(1);
  expect(checkedFor(1, 'Grace,grace@example.com\n')).toBe(1);
  expect(checkedFor(1, '\n')).toBe(0);
});
