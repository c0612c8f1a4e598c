import { expect, test } from 'vitest';
import { readCustomerText } from './read-customer-text.ts';
import { readPaste } from './read-paste.ts';

const ada = { name: 'Ada', email: 'ada@example.com' };
const body = JSON.stringify(ada);
const values = (text: string) => readPaste(text)?.customers.map((customer): unknown => JSON.parse(customer));

test.each([
  `curl https://api.helpcrunch.com/v1/customers -H 'Authorization: Bearer secret' -d '${body}'`,
  `$ curl \\\n  --data-raw '${body}' \\\n  https://example.com`,
  `% curl -sSd '${body}' https://example.com`,
  `ada@host:~/kit$ curl -d '${body}' https://example.com`,
  `(venv) ada@host% curl -d '${body}' https://example.com`,
  `# Create a customer, don't wait\ncurl -d '${body}' https://example.com`,
  `export KEY='secret'\nURL=https://example.com\n\n$ curl -d '${body}' $URL`,
  `\`\`\`bash\ncurl -d '${body}' https://example.com\n\`\`\``,
  `curl -X POST --data='${body}' x`,
  `curl -d'${body}' x`,
  `curl -sXPOST -sSd'${body}' x`,
  `curl.exe --json ${JSON.stringify(body)} x`,
  `curl -d @file.json --data-binary '${body}' x`,
  `curl -d @- https://example.com <<'EOF'\n${body}\nEOF`,
  `curl https://example.com -d @- <<-"JSON"\n\t${body}\n\tJSON\n`,
  `curl https://example.com -d "$(cat <<EOF\n${body}\nEOF\n)"`,
])('readPaste: the body of a command is a customer: %s', (text) => {
  expect(readPaste(text)?.kind).toBe('command');
  expect(values(text)).toEqual([ada]);
});

test.each([
  `POST https://api.helpcrunch.com/v1/customers HTTP/1.1\r\nAuthorization: Bearer secret\r\n\r\n${body}`,
  `### Create\n# a comment\n@key = secret\n\nPOST {{host}}/customers\nAuthorization: Bearer {{key}}\n\n${body}\n\n### Next\nGET {{host}}\n`,
  `fetch("https://api.helpcrunch.com/v1/customers", {\n  "headers": { "authorization": "Bearer secret" },\n  "body": ${JSON.stringify(body)},\n  "method": "POST"\n});`,
  `await fetch(url, { headers: { Authorization: \`Bearer \${key}\` }, body: JSON.stringify({ name: 'Ada', email: "ada\\x40example.com", phone: undefined }) });`,
  `import axios from 'axios';\n\nawait axios.post(\n  'https://example.com',\n  { name: 'Ada', email: 'ada@example.com' },\n);`,
  `axios({ method: 'post', data: ${body} })`,
  `\`\`\`js\nfetch(url, { body: '${body}' })\n\`\`\``,
])('readPaste: the body of an HTTP message or a call is a customer: %s', (text) => {
  expect(readPaste(text)?.kind).toBe('command');
  expect(values(text)).toEqual([ada]);
});

test.each([
  `sudo curl -d '${body}' https://example.com`,
  `KEY=secret curl -H "Authorization: Bearer $KEY" -d '${body}' https://example.com`,
  `cd /tmp && curl -d '${body}' https://example.com`,
  `export KEY=secret; curl -d '${body}' https://example.com`,
  `RESPONSE=$(curl -s -d '${body}' https://example.com)`,
  `ada@mac ~ % curl -d '${body}' https://example.com`,
  `ada@host ~> curl -d '${body}' https://example.com`,
  `➜  ~ curl -d '${body}' https://example.com`,
  `root@host:/# curl -d '${body}' https://example.com`,
  `[ada@host ~]$ curl -d '${body}' https://example.com`,
  `ada@host:~/kit (main)$ curl -d '${body}' https://example.com`,
  `PS /home/ada> curl -d '${body}' https://example.com`,
  `echo '${body}' | curl -d @- https://example.com`,
  `$ printf '%s' '${body}' | curl -d @- https://example.com`,
  `cat <<'EOF' | curl -d @- https://example.com\n${body}\nEOF`,
  `BODY='${body}'\ncurl -d "$BODY" https://example.com`,
  `BODY='{\n  "name": "Ada",\n  "email": "ada@example.com"\n}'\ncurl -d "\${BODY}" https://example.com`,
  `$body = @'\n${body}\n'@\nInvoke-RestMethod -Uri https://example.com -Body $body`,
  `POST /v1/customers HTTP/1.1\r\nHost: example.com\r\nAuthorization: Bearer secret\r\n\r\n${body}\r\n`,
  `// Create\nPOST https://example.com\n\n${body}`,
  `$.ajax({ url: 'https://example.com', data: JSON.stringify({ name: 'Ada', email: 'ada@example.com' }) })`,
  `xhr.send(JSON.stringify({ name: 'Ada', email: 'ada@example.com' }))`,
])('readPaste: finds the customer in %s', (text) => {
  expect(values(text)).toEqual([ada]);
});

test.each([
  `curl -d "{\\"name\\":\\"$NAME\\"}" https://example.com`,
  `curl -d '{"name":"'"$NAME"'"}' https://example.com`,
  `curl -d "{\\"name\\":\\"$(whoami)\\"}" https://example.com`,
  `curl -d @- https://example.com <<EOF\n{"name": "$NAME"}\nEOF`,
  'irm https://example.com -Body "{`"name`":`"$name`"}"',
  `BODY='${body}'\ncurl -d @other.json https://example.com`,
  'We use curl for this: {"name": "Ada"}',
])('readPaste: a value that only a shell knows is not offered: %s', (text) => {
  expect(readPaste(text)).toBeUndefined();
});

test('readPaste: a variable in a here document whose mark has quotes is text', () => {
  expect(values(`curl -d @- https://example.com <<'EOF'\n{"name": "$NAME"}\nEOF`)).toEqual([
    { name: '$NAME' },
  ]);
});

test('readPaste: the digits in code are kept, and its texts become JSON', () => {
  const text = `fetch(url, { body: JSON.stringify({ userId: 90071992547409931, notes: 'say "hi"', 5: "\\'" }) })`;
  expect(readPaste(text)?.customers).toEqual([
    '{\n  "userId": 90071992547409931,\n  "notes": "say \\"hi\\"",\n  "5": "\'"\n}',
  ]);
});

test.each([
  'fetch(url, { body: JSON.stringify({ name, email: user.email }) })',
  'fetch(url, { body: JSON.stringify({ name: `Ada $' + '{surname}` }) })',
  'requests.post(url, json={"name": "Ada", "trial": True})',
  `<?php curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode(['name' => 'Ada']));`,
  'POST https://example.com\nAuthorization: Bearer secret\n',
  `GET https://example.com\n\n${body}`,
])('readPaste: code whose customer is not certain stays as it is: %s', (text) => {
  expect(readPaste(text)).toBeUndefined();
});

test('readPaste: JSON that speaks of code is JSON', () => {
  expect(readPaste('{"name": "Ada", "notes": "fetch(url, {body: {name: 1}})"}')).toBeUndefined();
});

test('readPaste: a body in a here document keeps its apostrophes', () => {
  const text = `curl -d @- https://example.com <<'EOF'\n{"name": "Conan O'Brien"}\nEOF\n`;
  expect(values(text)).toEqual([{ name: "Conan O'Brien" }]);
});

test.each([
  // "Copy as cURL (cmd)" of Chrome, today and before.
  String.raw`curl ^"https://api.helpcrunch.com/v1/customers^" ^
  -X ^"POST^" ^
  -H ^"authorization: Bearer secret^" ^
  --data-raw ^"^{^\^"name^\^":^\^"Ada^\^",^\^"email^\^":^\^"ada^@example.com^\^"^}^"`,
  String.raw`C:\Users\ada>curl "https://example.com" ^
  -H "content-type: application/json" ^
  --data-raw "{\"name\":\"Ada\",\"email\":\"ada@example.com\"}" ^
  --compressed`.replaceAll('\n', '\r\n'),
  'curl -d "{""name"": ""Ada"", ""email"": ""ada@example.com""}" https://example.com',
])('readPaste: reads a command of the Windows command prompt: %s', (text) => {
  expect(values(text)).toEqual([ada]);
});

test.each([
  String.raw`PS C:\Users\ada> curl.exe -X POST -d '{\"name\":\"Ada\",\"email\":\"ada@example.com\"}' https://example.com`,
  'curl.exe https://example.com `\n  -H \'Authorization: Bearer secret\' `\n  -d \'{"name":"Ada","email":"ada@example.com"}\'',
  // "Copy as PowerShell" of Chrome.
  `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.UserAgent = "Mozilla/5.0"
Invoke-WebRequest -UseBasicParsing -Uri "https://example.com" \`
-Method "POST" -Headers @{ "authorization"="Bearer secret" } \`
-Body "{\`"name\`":\`"Ada\`",\`"email\`":\`"ada@example.com\`"}"`,
  `irm https://example.com -Body ([Text.Encoding]::UTF8.GetBytes("{\`"name\`":\`"Ada\`",\`"email\`":\`"ada@example.com\`"}"))`,
])('readPaste: reads a command of PowerShell: %s', (text) => {
  expect(values(text)).toEqual([ada]);
});

test.each([
  [`curl -d '{\\"name\\":\\"Conan O''Brien\\"}' https://example.com`, "Conan O'Brien"],
  [`iwr x -Body "{\`"name\`":\`"J$([char]252)rgen\`"}"`, 'Jürgen'],
  [String.raw`curl -d '{\"name\":\"5\\\" pipe\"}' https://example.com`, '5" pipe'],
])('readPaste: unescapes %s', (text, name) => {
  expect(values(text)).toEqual([{ name }]);
});

test.each(['^', 'a ^', '`\n', '""', '\'{\\"'])(
  'readPaste: quotes of another shell in a body do not matter: %j',
  (name) => {
    const quoted = JSON.stringify({ name, notes: '^' }).replaceAll("'", String.raw`'\''`);
    expect(values(`curl -d '${quoted}' https://example.com`)).toEqual([{ name, notes: '^' }]);
  },
);

test('readPaste: a response keeps what can be sent', () => {
  const response = {
    id: 5,
    ...ada,
    userId: null,
    notes: '',
    firstSeen: 1603885746,
    lastSeen: 1603885746,
    location: { city: 'London' },
    tags: [
      { id: 3, name: 'vip', color: '#f00', createdBy: 1 },
      { name: 'new', color: null },
    ],
    customData: { plan: 'pro' },
  };
  const customers = [
    {
      ...ada,
      firstSeen: 1603885746,
      tags: [{ name: 'vip', color: '#f00' }, { name: 'new' }],
      customData: { plan: 'pro' },
    },
  ];
  expect(readPaste(JSON.stringify(response))).toEqual({
    kind: 'response',
    customers: customers.map((customer) => JSON.stringify(customer, null, 2)),
  });
});

test('readPaste: a page of customers is all of them', () => {
  const page = { data: [{ id: 1, name: 'Ada' }, { id: 2 }, { id: 3, userId: '5' }], total: 3 };
  expect(values(JSON.stringify(page))).toEqual([{ name: 'Ada' }, { userId: '5' }]);
});

test.each(['90071992547409931', '0.1234567890123456789', '1e400'])(
  'readPaste: keeps the digits of %s, and reading reports them',
  (number) => {
    for (const text of [
      `{"id": 1, "userId": ${number}, "customData": {"seats": ${number}}}`,
      `curl -d '{"userId": ${number}, "customData": {"seats": ${number}}}' https://example.com`,
    ]) {
      const [customer = ''] = readPaste(text)?.customers ?? [];
      expect(customer).toBe(`{\n  "userId": ${number},\n  "customData": {\n    "seats": ${number}\n  }\n}`);
      const { draft, issues } = readCustomerText(customer);
      expect(draft.userId).toBeUndefined();
      const errors = issues.filter(({ severity }) => severity === 'error').map(({ path }) => path);
      expect(errors).toEqual(expect.arrayContaining(['/userId', '/customData/seats']));
    }
  },
);

test('readPaste: doubled keys and unknown fields stay, with their issues', () => {
  const text = '{"id": 1, "name": "Ada", "name": "", "plan": "pro", "customData": {"seats": 1, "seats": 2}}';
  const [customer = ''] = readPaste(text)?.customers ?? [];
  expect(readCustomerText(customer).issues).toMatchObject([
    { code: 'duplicate-key', path: '/name' },
    { code: 'duplicate-key', path: '/customData/seats' },
    { code: 'unknown-field', path: '/plan' },
  ]);
});

test('readPaste: a body with unknown fields and parts keeps them', () => {
  const text = `curl -d '{"name": "Ada", "emial": "x", "tags": [{"nmae": "vip"}]}' https://example.com`;
  expect(values(text)).toEqual([{ name: 'Ada', emial: 'x', tags: [{ nmae: 'vip' }] }]);
});

test('readPaste: JSON in a Markdown fence is a customer', () => {
  expect(readPaste(`\`\`\`json\n${body}\n\`\`\`\n`)?.kind).toBe('fence');
  expect(values(`\`\`\`\n{"name": "a \`b\`"}\n\`\`\``)).toEqual([{ name: 'a `b`' }]);
});

test('readPaste: the only fence in a text is a customer, and one of several is not', () => {
  const fence = `\`\`\`json\n${body}\n\`\`\``;
  expect(values(`Here it is:\n\n${fence}\nThanks!`)).toEqual([ada]);
  expect(values(`~~~json\n${body}\n~~~`)).toEqual([ada]);
  expect(readPaste(`${fence}\n\n${fence}`)).toBeUndefined();
});

test('readPaste: indents by the given step', () => {
  expect(readPaste(`curl -d '{"tags":[{"name":"vip"}]}' x`, { step: '\t' })?.customers).toEqual([
    '{\n\t"tags": [\n\t\t{\n\t\t\t"name": "vip"\n\t\t}\n\t]\n}',
  ]);
});

test('readPaste: nothing of the headers is in the result', () => {
  const key = 'CANARY'.repeat(60);
  for (const text of [
    `curl -H 'Authorization: Bearer ${key}' -d '${body}' x`,
    `KEY=${key} curl -H "Authorization: Bearer $KEY" -d '${body}' x`,
    `POST https://example.com\nAuthorization: Bearer ${key}\n\n${body}`,
    `fetch('x', { headers: { authorization: 'Bearer ${key}' }, body: JSON.stringify(${body}) })`,
    `KEY=${key}\ncurl -H "Authorization: Bearer $KEY" -d '${body}' x`,
    `curl ^"x^" ^\n -H ^"authorization: Bearer ${key}^" ^\n --data-raw ^"^{^\\^"name^\\^":^\\^"Ada^\\^"^}^"`,
  ]) {
    expect(readPaste(text)?.customers).toHaveLength(1);
    expect(JSON.stringify(readPaste(text))).not.toContain('CANARY');
  }
});

test.each([
  body,
  JSON.stringify([ada]),
  '{"id": 5}',
  '{"version": 1}',
  'curl https://example.com',
  'Curl Up Salon',
  "curl -d 'name=Ada' https://example.com",
  `curl -d '${body}`,
  `curl -d @- https://example.com <<'EOF'\n${body}`,
  `echo '${body}'`,
  'Ada Lovelace',
  '```\nAda\n```',
  '',
])('readPaste: other text stays as it is: %s', (text) => {
  expect(readPaste(text)).toBeUndefined();
});

test('readPaste: a body of megabytes is read, and more than the limit is not looked at', () => {
  const notes = 'x'.repeat(3_900_000);
  for (const command of [
    `curl -d '{"notes":"${notes}"}' x`,
    `curl -d "{\\"notes\\":\\"${notes}\\"}" x`,
    `curl -d $'{"notes":"${notes}"}' x`,
    `curl -d @- x <<EOF\n{"notes":"${notes}"}\nEOF`,
    `curl ^"x^" -d ^"^{^\\^"notes^\\^":^\\^"${notes}^\\^"^}^"`,
    `iwr x -Body "{\`"notes\`":\`"${notes}\`"}"`,
  ]) {
    expect(readPaste(command)?.customers[0] === `{\n  "notes": "${notes}"\n}`, command.slice(0, 20)).toBe(
      true,
    );
  }
  expect(readPaste(`curl -d '{"notes":"${notes}${notes}"}' x`)).toBeUndefined();
});

test.each([
  '\n',
  '#\n',
  'fetch("x",{body:{a:(',
  'POST a\n',
  '\\',
  '`',
  '^',
  '\\"',
  '"',
  "''",
  '$',
  ' ',
  '{',
  '<<A\n',
  '`'.repeat(3),
])('readPaste: a long text of %j ends', (part) => {
  const long = part.repeat(Math.ceil(200_000 / part.length));
  for (const text of [long, `curl -d ${long}`, `curl -d '{"a": "${long}`]) {
    expect(readPaste(text) === undefined, text.slice(0, 20)).toBe(true);
  }
});
