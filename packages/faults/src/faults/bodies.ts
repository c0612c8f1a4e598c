import { rawAnswer } from '../proxy/http.ts';
import { variantsOf } from '../secrets.ts';
import { driverNames, type Fault, mostlyCore, patient } from './fault.ts';

type Bytes = string | Uint8Array;

/** What comes instead of a customer; `whole` is the sandbox's answer. */
const odd: readonly [
  readonly [string, (whole: string) => Bytes],
  ...(readonly [string, (whole: string) => Bytes])[],
] = [
  ['null', () => 'null'],
  ['a list', (whole) => `[${whole}]`],
  ['a text', () => '"created"'],
  ['a number', () => '1e999'],
  ['nothing', () => ''],
  ['blanks', () => ' \n\t'],
  ['NaN', () => '{"id": NaN, "name": undefined}'],
  ['keys twice', (whole) => whole.replace('{', '{"id": 7, "id": 8, "name": "Stranger", ')],
  ['deep', () => `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['deep lists', () => '['.repeat(100_000)],
  [
    'invalid UTF-8',
    (whole) => Buffer.concat([Buffer.from(whole.slice(0, 20)), Buffer.from([0xff, 0xc0, 0x80])]),
  ],
  ['half a character', (whole) => whole.replace('"name":', '"name": "\\ud83d", "other":')],
  ['a mark at its start', (whole) => `\uFEFF${whole}`],
  ['two customers', (whole) => `${whole}${whole}`],
  ['half of it', (whole) => whole.slice(0, whole.length / 2)],
  ['an ID that is not a number', (whole) => whole.replace(/"id":\d+/, '"id":"x-1"')],
  ['an id too large', (whole) => whole.replace(/"id":\d+/, '"id":123456789012345678901234567890')],
  ['an id that is an object', (whole) => whole.replace(/"id":\d+/, '"id":{"id":1}')],
  ['a prototype', (whole) => whole.replace('{', '{"__proto__": {"id": 5}, "constructor": null, ')],
  [
    'every field null',
    (whole) => JSON.stringify(Object.fromEntries(Object.keys(JSON.parse(whole)).map((key) => [key, null]))),
  ],
  [
    'every field a list',
    (whole) => JSON.stringify(Object.fromEntries(Object.keys(JSON.parse(whole)).map((key) => [key, []]))),
  ],
  [
    'control characters',
    (whole) => whole.replace('"name":', '"name": "\\u001b]0;gone\\u0007\\u001b[2J", "other":'),
  ],
];

/** A 201 is a yes, whatever its body. */
export const oddJson: Fault = {
  name: 'odd-json',
  summary: 'The create is stored, and the body of its 201 is odd JSON, or none.',
  drivers: mostlyCore,
  share: 2,
  plan: ({ random }) => {
    const [detail, spoil] = random.pick(odd);
    return {
      detail,
      expectedClaim: 'yes',
      answerTimeout: patient,
      isAnswerAltered: true,
      async onCreate(exchange) {
        const answer = await exchange.store();
        const body = spoil(Buffer.from(answer.body).toString('utf8'));
        await exchange.answer(rawAnswer(201, body));
      },
    };
  },
};

export const hugeBody: Fault = {
  name: 'huge-body',
  summary: 'The body has several megabytes, in the 201 or in the answer to a search.',
  drivers: ['core', 'extension', 'cli'],
  plan: ({ random }) => {
    const megabytes = random.int(1, 6);
    const isSearch = random.percent(40);
    const huge = () => JSON.stringify({ id: 1, data: 'x'.repeat(megabytes * 1_000_000) });
    return {
      detail: `${megabytes} MB in ${isSearch ? 'lookup' : 'the 201'}`,
      expectedClaim: 'yes',
      answerTimeout: patient,
      isAnswerAltered: true,
      async onCreate(exchange) {
        const answer = await exchange.store();
        await exchange.answer(isSearch ? answer : rawAnswer(201, huge()));
      },
      ...(isSearch ? { onSearch: (exchange) => exchange.answer(rawAnswer(200, huge())) } : {}),
    };
  },
};

const noCustomers: readonly [
  readonly [string, 'yes' | 'unknown', (whole: string) => string],
  ...(readonly [string, 'yes' | 'unknown', (whole: string) => string])[],
] = [
  ['errors', 'unknown', () => '{"errors": [{"code": "invalid_request", "message": "Invalid request"}]}'],
  ['errors and a name', 'unknown', () => '{"name": "Ada", "errors": [{"code": "email", "message": "No."}]}'],
  ['errors as an object', 'unknown', () => '{"errors": {"email": ["This value is not valid."]}}'],
  ['errors and no id', 'unknown', () => '{"id": null, "errors": [{"code": "email"}]}'],
  ['a customer inside data', 'yes', (whole) => `{"data": ${whole}}`],
  ['a customer inside a list', 'yes', (whole) => `{"data": [${whole}], "total": 1}`],
  ['a customer inside another name', 'yes', (whole) => `{"customer": ${whole}, "errors": []}`],
];

/** Documented as the bare customer: errors without an id contradict the 201, a wrapper only hides what was stored. */
export const createdWithoutCustomer: Fault = {
  name: '201-without-customer',
  summary: 'A 201 whose body has errors and no id, stored or not, or a customer inside something else.',
  drivers: mostlyCore,
  share: 2,
  plan: ({ random, customer }) => {
    const [detail, claim, write] = random.pick(noCustomers);
    const isStored = claim === 'yes' || random.percent(50);
    const canSearch = customer['userId'] !== undefined || customer['email'] !== undefined;
    return {
      detail: `${detail}, ${isStored ? 'stored' : 'not stored'}`,
      ...(claim === 'yes' ? { expectedClaim: 'yes', isUnreadable: true } : {}),
      ...(isStored && canSearch ? { expectedEnd: 'yes' } : {}),
      answerTimeout: patient,
      isAnswerAltered: true,
      async onCreate(exchange) {
        const whole = isStored ? Buffer.from((await exchange.store()).body).toString('utf8') : '';
        await exchange.answer(rawAnswer(201, write(whole)));
      },
    };
  },
};

/** A server may repeat what it received, the key included, in more than one writing. */
export const echo: Fault = {
  name: 'echo',
  summary: 'The answer repeats the key, in every place and writing: none of it may be shown.',
  drivers: driverNames,
  share: 2,
  plan: ({ random }) => {
    const status = random.pick([201, 201, 400, 401, 404, 422, 429, 500, 200]);
    const form = random.pick(['JSON', 'JSON', 'page', 'text']);
    const isNo = status >= 400 && status < 500;
    return {
      detail: `${status} as ${form}`,
      ...(isNo ? { expectedClaim: 'no' } : status === 201 ? { expectedClaim: 'yes' } : {}),
      answerTimeout: patient,
      isAnswerAltered: true,
      async onCreate(exchange) {
        if (!isNo) await exchange.store();
        const header = exchange.request.headers.get('authorization') ?? '';
        const key = header.replace('Bearer ', '');
        const sentForms = [header, ...variantsOf(key).map(({ text }) => text), ...brokenFormsOf(key)];
        const all = sentForms.join(' | ');
        const entries = sentForms.map((text) => ({ code: text, message: `You sent ${text}.` }));
        const body = {
          JSON: JSON.stringify({
            id: 1,
            name: all,
            notes: header,
            tags: sentForms.map((name) => ({ name })),
            errors: entries,
            [all]: all,
          }),
          page: `<h1>${all}</h1>`,
          text: all,
        }[form];
        await exchange.answer(rawAnswer(status, body, { 'x-echo': header, 'retry-after': header }));
      },
    };
  },
};

/** A key that is cut, wrapped or spaced, as error pages and logs have it. */
function brokenFormsOf(key: string): readonly string[] {
  return [key.slice(0, Math.ceil(key.length * 0.9)), key.replaceAll(/.{7}/g, '$&\n    '), [...key].join(' ')];
}
