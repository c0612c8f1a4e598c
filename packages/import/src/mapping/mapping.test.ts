import { customerFields } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { checkText, file } from '../../test/import.ts';
import { readTable } from '../table/read-table.ts';
import { formatsOf, isZeroDate, toReadableDate } from './dates.ts';
import { type MappingChoices, mapColumns } from './mapping.ts';
import { mappingFileText, readMappingFile } from './mapping-file.ts';
import { profileColumns } from './profile.ts';
import { readTarget, targetNames, writeTarget } from './target.ts';

async function mapped(text: string, choices?: MappingChoices) {
  const table = await readTable(file(text));
  const { columns } = await profileColumns(table.header, table.batches());
  const { mapping, questions } = mapColumns(columns, choices);
  const targets = mapping.columns.map(({ target }) => target && writeTarget(target));
  return { targets, formats: mapping.columns.map(({ dateFormat }) => dateFormat), questions };
}

/** The first customer of a table. */
async function firstRequest(text: string, choices?: MappingChoices) {
  const [first] = await checkText(text, choices);
  return first?.plan.request;
}

test.each([
  [
    'Intercom',
    'Name,Email,User ID,Phone,Signed up,Tags',
    ['name', 'email', 'userId', 'phone', 'firstSeen', 'tags'],
  ],
  [
    'HubSpot',
    'First Name,Last Name,Email,Phone Number,Associated Company',
    ['name.first', 'name.last', 'email', 'phone', 'company'],
  ],
  [
    'Zendesk',
    'name,email,external_id,organization,notes,tags',
    ['name', 'email', 'userId', 'company', 'notes', 'tags'],
  ],
  [
    'Freshdesk',
    'Full name,Email,Work phone,Company name,Language',
    ['name', 'email', 'phone', 'company', 'locale'],
  ],
  ['Mailchimp', 'Email Address,FNAME,LNAME,OPTIN_TIME', ['email', 'name.first', 'name.last', 'firstSeen']],
  ['Stripe', 'Email,Name,Description,Created (UTC)', ['email', 'name', 'notes', 'firstSeen']],
  ['Sign-ups', 'E-mail,Signup,Plan', ['email', 'firstSeen', undefined]],
  ['Ukrainian', "Ім'я;Прізвище;Електронна пошта;Телефон", ['name.first', 'name.last', 'email', 'phone']],
  ['German', 'Vorname;Nachname;E-Mail-Adresse;Firma', ['name.first', 'name.last', 'email', 'company']],
  ['Polish', 'Imię i nazwisko;Adres e-mail;Numer telefonu', ['name', 'email', 'phone']],
  ['Spanish', 'Nombre;Correo electrónico;Teléfono', ['name', 'email', 'phone']],
  [
    'a dotted name',
    'email,customData.plan,customData.seats:number',
    ['email', 'customData.plan', 'customData.seats:number'],
  ],
])('mapColumns: %s headers', async (_, header, targets) => {
  const mark = header.includes(';') ? ';' : ',';
  expect(
    (
      await mapped(
        `${header}\n${header
          .split(mark)
          .map(() => '')
          .join(mark)}x\n`,
      )
    ).targets,
  ).toEqual(targets);
});

test('mapColumns: a column without a place is a question, custom data or ignored', async () => {
  const text = 'email,Plan,Seats\nada@example.com,pro,12\n';
  expect((await mapped(text)).questions).toEqual([{ kind: 'unmapped', headers: ['Plan', 'Seats'] }]);
  expect((await mapped(text, { unmapped: 'custom' })).targets).toEqual([
    'email',
    'customData.Plan',
    'customData.Seats:number',
  ]);
  expect((await mapped(text, { unmapped: 'ignore' })).targets).toEqual(['email', 'ignore', 'ignore']);
});

test('mapColumns: what was asked for goes before names', async () => {
  const targets = new Map([['email', readTarget('notes') ?? { kind: 'ignore' as const }]]);
  expect((await mapped('name,email\nAda,x\n', { targets })).targets).toEqual(['name', 'notes']);
});

test('mapColumns: two columns for one field are a question', async () => {
  expect((await mapped('email,phone,mobile\na@x.com,1,2\n')).questions).toEqual([
    { kind: 'same-target', target: { kind: 'field', key: 'phone' }, headers: ['phone', 'mobile'] },
  ]);
});

test('mapColumns: of two columns for one field, an empty one is ignored', async () => {
  expect(await mapped('email,phone,mobile\na@x.com,,2\n')).toMatchObject({
    targets: ['email', 'ignore', 'phone'],
    questions: [],
  });
  const targets = new Map([['phone', readTarget('phone') ?? { kind: 'ignore' as const }]]);
  expect((await mapped('email,phone,mobile\na@x.com,,2\n', { targets })).questions).toHaveLength(1);
});

test('mapColumns: a remark in brackets is not part of a header', async () => {
  expect((await mapped('email,Signed up (UTC)\na@x.com,2023-12-31\n')).targets).toEqual([
    'email',
    'firstSeen',
  ]);
});

test('mapColumns: a table without identity columns is a question', async () => {
  expect((await mapped('company\nX\n')).questions).toEqual([{ kind: 'no-identity' }]);
});

test('mapColumns: the format of dates is decided by the whole column', async () => {
  expect((await mapped('email,created\na@x.com,03/04/2023\nb@x.com,31/12/2023\n')).formats).toEqual([
    undefined,
    'dmy',
  ]);
  expect((await mapped('email,created\na@x.com,03/04/2023\nb@x.com,12/31/2023\n')).formats).toEqual([
    undefined,
    'mdy',
  ]);
  const text = 'email,created\na@x.com,03/04/2023\nb@x.com,05/06/2023\n';
  expect((await mapped(text)).questions).toEqual([
    { kind: 'ambiguous-dates', header: 'created', formats: ['dmy', 'mdy'], example: '03/04/2023' },
  ]);
  const dateFormats = new Map([['*', 'mdy' as const]]);
  expect(await firstRequest(text, { dateFormats })).toMatchObject({
    firstSeen: String(Date.UTC(2023, 2, 4) / 1000),
  });
});

test('mapColumns: ISO dates and cells that are no dates leave the format of the others to be decided', async () => {
  const formats = async (...dates: string[]) =>
    (await mapped(`email,created\n${dates.map((date, n) => `a${n}@x.com,${date}`).join('\n')}\n`)).formats[1];
  expect(await formats('2023-05-06', '31/12/2023', '03/04/2023')).toBe('dmy');
  expect(await formats('03/04/2023', 'n/a', '12/31/2023', '2023-05-06 10:00')).toBe('mdy');
  expect(await formats('2023-05-06', 'n/a', '2023-05-07')).toBe('iso');
  expect(await formats('31/12/2023', '12/31/2023')).toBeUndefined();
  expect(await formats('soon', 'never')).toBeUndefined();
  const text = 'email,created\na@x.com,2023-05-06\nb@x.com,03/04/2023\n';
  expect((await mapped(text)).questions).toEqual([
    { kind: 'ambiguous-dates', header: 'created', formats: ['dmy', 'mdy'], example: '03/04/2023' },
  ]);
  expect(await firstRequest(text, { dateFormats: new Map([['*', 'mdy' as const]]) })).toMatchObject({
    firstSeen: String(Date.UTC(2023, 4, 6) / 1000),
  });
});

test.each(customerFields.filter(({ kind }) => kind === 'date'))(
  'mapColumns: $key is a date, in the format of its whole column',
  async ({ key }) => {
    const text = `Name,${key}\nAda,03/04/2023\nGrace,04/05/2023`;
    expect((await mapped(text)).questions).toMatchObject([{ kind: 'ambiguous-dates', header: key }]);
    const dateFormats = new Map([[key, 'mdy' as const]]);
    expect(await firstRequest(text, { dateFormats })).toMatchObject({ [key]: '1677888000' });
  },
);

test('mapColumns: zeros in a date column are a question, and then no date', async () => {
  const text = 'email,created\na@x.com,0\nb@x.com,2023-12-31\n';
  expect((await mapped(text)).questions).toEqual([{ kind: 'zero-dates', header: 'created', count: 1 }]);
  expect(await firstRequest(text, { zeroIsNoDate: true })).toEqual({ email: 'a@x.com' });
});

test('customerOfRow: a cell with a text that counts as empty, in any case, has no value', async () => {
  const text = 'email,phone,tags,seats\nn/a,N/A,vip,(NULL)\na@x.com, n/a ,n/a,5\n';
  const choices: MappingChoices = { unmapped: 'custom', emptyTexts: ['N/A', '(null)'] };
  const rows = await checkText(text, choices);
  expect(rows.map(({ plan }) => plan.request)).toEqual([
    { tags: [{ name: 'vip' }] },
    { email: 'a@x.com', customData: [{ property: 'seats', value: '5' }] },
  ]);
  expect(rows.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual(['no-identity']);
});

test('mappingFileText: texts that count as empty are kept and read again', async () => {
  const table = await readTable(file('email\na@x.com\n'));
  const { columns } = await profileColumns(table.header, table.batches());
  const text = mappingFileText(mapColumns(columns, { emptyTexts: ['n/a'] }).mapping);
  expect(readMappingFile(text)).toMatchObject({ ok: true, choices: { emptyTexts: ['n/a'] } });
  expect(readMappingFile(text.replace('"n/a"', '5'))).toEqual({
    ok: false,
    message: '"emptyTexts" of the mapping file must be a list of texts, such as ["n/a"].',
  });
});

test('mapColumns: 30 texts for missing values before the first date hide no format', async () => {
  const text = `email,created\n${'a@x.com,null\n'.repeat(30)}b@x.com,03/04/2023\n`;
  expect((await mapped(text)).questions).toMatchObject([{ kind: 'ambiguous-dates', header: 'created' }]);
});

test.each([
  ['2023-12-31', ['iso']],
  ['2023-12-31 14:05', ['iso']],
  ['20231231', ['iso']],
  ['1603885746', ['unix']],
  ['1603885746000', ['unix-ms']],
  ['44133', ['serial']],
  ['44133.5', ['serial']],
  ['31.12.2023', ['dmy']],
  ['12/31/2023 2:05 PM', ['mdy']],
  ['03/04/2023', ['dmy', 'mdy']],
  ['yesterday', []],
])('formatsOf: %s is %j', (text, formats) => {
  expect(formatsOf(text)).toEqual(formats);
});

test.each([
  ['44133', 'serial', '2020-10-29'],
  ['44133.5', 'serial', '2020-10-29T12:00:00Z'],
  ['1603885746000', 'unix-ms', '1603885746'],
  ['31.12.2023', 'dmy', '2023-12-31'],
  ['12/31/2023 12:05 AM', 'mdy', '2023-12-31T00:05:00Z'],
  ['1/2/2023 2:05:09 pm', 'mdy', '2023-01-02T14:05:09Z'],
  ['soon', 'dmy', 'soon'],
] as const)('toReadableDate: %s as %s is %s', (text, format, date) => {
  expect(toReadableDate(text, format)).toBe(date);
});

test.each(['0', '000', '0000-00-00', '0000-00-00 00:00:00'])('isZeroDate: %s', (text) => {
  expect(isZeroDate(text)).toBe(true);
});

test('readTarget: reads what writeTarget writes', () => {
  for (const name of targetNames) {
    const target = readTarget(name);
    expect(target && writeTarget(target)).toBe(name);
  }
  expect(readTarget('nonsense')).toBeUndefined();
});

test('customerOfRow: tags are split, with colors; names are joined; text stays text', async () => {
  expect(
    await firstRequest(
      'first name,last name,user id,tags,customData.code\nAda,Lovelace,007,vip #ff0000|early bird,1.23E+11\n',
    ),
  ).toEqual({
    name: 'Ada Lovelace',
    userId: '007',
    tags: [{ name: 'vip', color: '#ff0000' }, { name: 'early bird' }],
    customData: [{ property: 'code', value: '1.23E+11' }],
  });
});

test('customerOfRow: only what cannot be a word is the color of a tag', async () => {
  const cell = 'Mr Gray|issue #123|a  b|""x, y"" teal|vip rgb(1, 2, 3)';
  expect(await firstRequest(`email,tags\na@x.com,"${cell}"\n`)).toEqual({
    email: 'a@x.com',
    tags: [
      { name: 'Mr Gray' },
      { name: 'issue #123' },
      { name: 'a  b' },
      { name: 'x, y', color: 'teal' },
      { name: 'vip', color: 'rgb(1, 2, 3)' },
    ],
  });
});

test('customerOfRow: custom data that is not a number, in a column of numbers, is an error at that column', async () => {
  const [, second] = await checkText('email,customData.seats:number\na@x.com,12\nb@x.com,many\n');
  expect(second?.verdict).toBe('invalid');
  expect(second?.issues).toEqual([
    {
      code: 'not-a-number',
      severity: 'error',
      line: 3,
      column: 'customData.seats:number',
      message: 'Not a plain number.',
    },
  ]);
});

test('checkRows: the same user ID is an error at the later row, the same email advice, an equal row left out', async () => {
  const rows = await checkText('user id,email\nu1,a@x.com\nu1,b@x.com\nu2,A@x.com\nu1,a@x.com\n');
  expect(rows.map(({ verdict, issues }) => [verdict, issues.map(({ code }) => code)])).toEqual([
    ['ready', []],
    ['invalid', ['same-user-id']],
    ['ready', ['same-email']],
    ['duplicate', ['same-row']],
  ]);
  expect(rows[1]?.issues[0]).toMatchObject({
    line: 3,
    column: 'user id',
    message: 'Line 2 has the same user ID.',
  });
});

test('checkRows: a wrong email that several rows have is one problem, not two', async () => {
  const rows = await checkText('user id,email\nu1,n/a\nu2,n/a\n');
  expect(rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
    ['invalid-email', 'placeholder-text'],
    ['invalid-email', 'placeholder-text'],
  ]);
});

test('checkRows: defaults and JSON values of a row go together', async () => {
  const [row] = await checkText(
    '[{"email":"a@x.com","tags":[{"name":"vip"}],"customData":{"plan":"pro"},"userId":9007199254740993}]',
    {},
    {
      defaults: { tags: [{ name: 'imported' }], customData: { from: 'crm' }, company: 'X' },
    },
  );
  expect(row?.plan.request).toMatchObject({
    company: 'X',
    tags: [{ name: 'vip' }, { name: 'imported' }],
    userId: '9007199254740993',
  });
});

/** The issues of the first customer: code, path and what was written. */
async function firstIssues(text: string) {
  const [first] = await checkText(text);
  return first?.plan.issues.map((issue) => [issue.code, issue.path, 'written' in issue ? issue.written : '']);
}

const long = '"a":9007199254740993,"b":0.1234567890123456789,"c":1e400,"d":1,"d":2';
const lostIn = (path: string) => [
  ['inexact-number', `${path}/a`, '9007199254740993'],
  ['inexact-number', `${path}/b`, '0.1234567890123456789'],
  ['inexact-number', `${path}/c`, '1e400'],
  ['duplicate-key', `${path}/d`, ''],
];

test.each([
  ['JSON Lines', `{"email":"a@x.com","customData":{${long}}}\n{"email":"b@x.com"}`],
  ['a JSON list', `[{"email":"a@x.com","customData":{${long}}}]`],
  ['a page', `{"data":[{"email":"a@x.com","customData":{${long}}}]}`],
  ['a cell of a table', `email,customData\na@x.com,"{${long.replaceAll('"', '""')}}"\n`],
])(
  'customerOfRow: numbers that lose digits and doubled keys in custom data of %s are errors',
  async (_, text) => {
    expect(await firstIssues(text)).toEqual(lostIn('/customData'));
  },
);

test('customerOfRow: values and tags in JSON keep their digits, and their issues have the place of the tag', async () => {
  const json =
    '{"email":"a@x.com","phone":380501234567890123456,"plan":0.1234567890123456789,"tags":["a",{"name":"b","name":"c"}]}';
  const [row] = await checkText(json, { unmapped: 'custom' });
  expect(row?.plan.issues).toMatchObject([{ code: 'duplicate-key', path: '/tags/1/name' }]);
  expect(row?.columnOf('/tags/1/name')).toBe('tags');
  expect(row?.plan.request).toMatchObject({
    phone: '380501234567890123456',
    tags: [{ name: 'a' }, { name: 'c' }],
    customData: [{ property: 'plan', value: '0.1234567890123456789' }],
  });
});

test('customerOfRow: a cell of tags can be a JSON list, and [vip] is a name', async () => {
  const text = 'email,tags\na@x.com,"[""vip"", {""name"": ""new"", ""color"": ""red""}]"\nb@x.com,[vip]\n';
  const rows = await checkText(text);
  expect(rows.map(({ plan }) => plan.request.tags)).toEqual([
    [{ name: 'vip' }, { name: 'new', color: 'red' }],
    [{ name: '[vip]' }],
  ]);
});

test('customerOfRow: custom data of defaults, of one cell and of columns go together, in either form', async () => {
  const text = '[{"email":"a@x.com","customData":[{"property":"plan","value":"pro"}],"customData.seats":12}]';
  const [row] = await checkText(text, {}, { defaults: { customData: { plan: 'free', from: 'crm' } } });
  expect(row?.plan.request.customData).toEqual([
    { property: 'from', value: 'crm' },
    { property: 'plan', value: 'pro' },
    { property: 'seats', value: '12' },
  ]);
});

test('customerOfRow: custom data that is not JSON, or no list or object, is an error at its column', async () => {
  for (const [cell, code] of [
    ['{plan: pro}', 'not-json'],
    ['pro', 'wrong-type'],
  ]) {
    const [row] = await checkText(`email,customData\na@x.com,${cell}\n`);
    expect(row?.issues).toMatchObject([{ code, column: 'customData' }]);
  }
});

test('checkRows: fixes leave numbers that lose digits an error', async () => {
  const text = '{"email":"a@x.com","userId":"u-1\u200b","customData":{"a":9007199254740993}}';
  const [row] = await checkText(text, {}, { fix: true });
  expect(row?.verdict).toBe('invalid');
  expect(row?.plan.request.userId).toBe('u-1');
  expect(row?.plan.issues).toMatchObject([{ code: 'inexact-number', path: '/customData/a' }]);
});

test('customerOfRow: what a spreadsheet writes for a missing part of a name is advice at its column', async () => {
  const [row] = await checkText('First name,Last name,email\nAda,#N/A,a@x.com\n');
  expect(row?.verdict).toBe('ready');
  expect(row?.issues).toMatchObject([
    {
      code: 'placeholder-text',
      severity: 'advice',
      column: 'Last name',
      message: expect.stringContaining('#N/A'),
    },
  ]);
});
