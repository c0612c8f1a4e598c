import { type FuzzTarget, holds } from '@helpcrunch-customer-kit/testing/fuzz-target';
import { readDate } from '../../src/customer/dates.ts';
import { isJsonObject } from '../../src/customer/json.ts';
import { readCustomerText } from '../../src/reading/read-customer-text.ts';
import { readPaste } from '../../src/reading/read-paste.ts';
import { arbitraries } from '../arbitrary.ts';

/** Writes a body as an argument of a command: as browsers do in "Copy as cURL" and "Copy as PowerShell". */
const commands: Readonly<Record<string, (body: string) => string>> = {
  bash: (body) => `$ curl 'https://example.com' \\\n  --data-raw ${ansiQuoted(body)}`,
  cmd: (body) => `curl ^"https://example.com^" ^\r\n  --data-raw ${caretQuoted(body)}`,
  powershell: (body) => `Invoke-WebRequest -Uri "https://example.com" \`\n-Body ${backtickQuoted(body)}`,
  piped: (body) => `ada@host ~ % echo ${ansiQuoted(body)} | curl -d @- https://example.com`,
  http: (body) =>
    `### Create\nPOST https://example.com HTTP/1.1\r\nHost: x\r\nAuthorization: y\r\n\r\n${body}\n`,
  fetch: (body) => `await fetch("https://example.com", { body: ${JSON.stringify(body)} });`,
  axios: (body) => `axios.post('https://example.com', ${body});`,
  heredoc: (body) => `# Create\ncurl -sSd @- https://example.com <<'EOF'\n${body}\nEOF\n`,
};

function ansiQuoted(body: string): string {
  if (!/['!\p{Cc}]/u.test(body)) return `'${body}'`;
  const escaped = body.replaceAll(/[\\']/g, '\\$&').replaceAll(/[!\p{Cc}]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `$'${escaped}'`;
}

function caretQuoted(body: string): string {
  const escaped = body.replaceAll(/[\\"]/g, '\\$&').replaceAll(/[^a-zA-Z0-9\s_\-:=+~'/.,?;()*`]/g, '^$&');
  return `^"${escaped.replaceAll(/\r\n|\r|\n/g, '^\n\n')}^"`;
}

function backtickQuoted(body: string): string {
  const escaped = body.replaceAll(/[`$"]/g, '`$&');
  return `"${escaped.replaceAll(/[^\x20-\x7e]/g, (character) => `$([char]${character.charCodeAt(0)})`)}"`;
}

const pastedCommands: FuzzTarget = {
  name: 'a customer in a command of any shell → paste: the same customer',
  property(fc) {
    const { customer } = arbitraries(fc);
    const shell = fc.constantFrom(...Object.keys(commands));
    return fc.property(customer, shell, (value, name) => {
      // A page has several customers.
      if (Object.hasOwn(value, 'data')) return;
      const body = JSON.stringify(value);
      const sent = readCustomerText(body);
      const [text] = readPaste(commands[name]?.(body) ?? '')?.customers ?? [];
      const known = Object.keys(sent.draft).length > 0 && isJsonObject(sent.json.value);
      if (text === undefined) {
        const isBlank = Object.values(sent.draft).every((part) => JSON.stringify(part).length <= 2);
        holds(!known || isBlank, 'not recognized:', name, body);
        return;
      }
      const read = readCustomerText(text);
      for (const [key, part] of Object.entries(read.draft)) {
        const before = sent.draft[key as keyof typeof sent.draft];
        holds(JSON.stringify(before) === JSON.stringify(part), 'another value:', name, key, before, part);
      }
    });
  },
};

const pastedTexts: FuzzTarget = {
  name: 'any text → paste: nothing, or customers in JSON',
  property(fc) {
    const { jsonText, text } = arbitraries(fc);
    const part = fc.constantFrom(
      'curl ',
      '-d ',
      "'",
      '"',
      '^"',
      '`',
      '\\',
      '<<EOF\n',
      '\nEOF',
      '{',
      '}',
      '$ ',
      '```\n',
      'fetch(',
      'body: ',
      'axios.post("x", ',
      'POST x\n\n',
      "echo '",
      '| curl -d @- ',
      "BODY='",
      '$BODY',
      "@'\n",
    );
    return fc.property(fc.array(fc.oneof(text, jsonText, part), { maxLength: 8 }), (parts) => {
      for (const customer of readPaste(parts.join(''))?.customers ?? []) {
        holds(isJsonObject(readCustomerText(customer).json.value), 'not a customer:', customer);
      }
    });
  },
};

const dates: FuzzTarget = {
  name: 'any date → reading: plausible seconds, or a suggestion that can be read',
  property(fc) {
    const digits = fc.stringMatching(/^\d{1,15}$/);
    const civil = fc.stringMatching(
      /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?$/,
    );
    const short = fc.stringMatching(/^\d{1,2}[./-]\d{1,2}[./-]\d\d(?: \d\d:\d\d)?$/);
    const worded = fc.stringMatching(
      /^(?:(?:Sat )?Mar {1,2}\d{1,2} \d\d:\d\d:\d\d(?: UTC| \+0200)? 20\d\d|20\d\d年 ?\d{1,2}月\d{1,2}日|20\d\d\. \d{1,2}\. \d{1,2}\.|\/Date\(\d{1,15}\)\/|\d{14}(?:\.\d)?Z?|\d{8} \d{4,6})$/,
    );
    return fc.property(fc.oneof(digits, digits.map(Number), civil, short, worded), (date) => {
      const reading = readDate(date);
      if (reading.kind === 'seconds') {
        holds(Number.isSafeInteger(reading.seconds), 'not whole seconds:', date, reading);
        const iso = new Date(reading.seconds * 1000).toISOString();
        const again = readDate(iso);
        holds(again.kind === 'seconds' && again.seconds === reading.seconds, 'another moment:', date, again);
        holds(reading.form !== 'unix' || reading.seconds >= 788_918_400, 'implausible:', date, reading);
      }
      const suggestions =
        reading.kind === 'ambiguous'
          ? reading.suggestions
          : reading.kind === 'implausible' && reading.suggestion !== undefined
            ? [reading.suggestion]
            : [];
      for (const suggestion of suggestions) {
        if (suggestion === undefined) continue;
        holds(readDate(suggestion).kind === 'seconds', 'a suggestion that cannot be read:', date, suggestion);
      }
    });
  },
};

export const pasteTargets = [pastedCommands, pastedTexts, dates];
