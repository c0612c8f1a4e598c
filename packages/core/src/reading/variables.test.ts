import { expect, test } from 'vitest';
import { inProcess } from '../../test/connections.ts';
import { creatorOf, reasonKinds } from '../../test/create.ts';
import { createCustomer } from '../create/create-customer.ts';
import { planCustomer } from '../create/plan.ts';
import type { Question } from '../create/question.ts';
import { issueMessage } from '../rules/rules.ts';
import { validateCustomerFile } from '../rules/validate-customer-file.ts';
import { readJsonText } from './json-text.ts';
import { readCustomerJson, readCustomerText } from './read-customer-text.ts';
import { resolveVariables, type VariableSource } from './variables.ts';

const now = Date.UTC(2026, 10, 27);
const values: VariableSource = (name) => ({ uuid: 'u-1', timestamp: '1790000000', counter: '4' })[name];

/** Values that are other ones each time. */
function counting(): VariableSource {
  let count = 0;
  return () => `v-${++count}`;
}

function codes(text: string, variables?: VariableSource): string[] {
  const { customers, issues } = validateCustomerFile(readJsonText(text), { now, variables });
  return [...issues, ...customers.flatMap((customer) => customer.issues)].map(({ code }) => code);
}

test.each([
  ['{{uuid}}', 'u-1'],
  ['{{ uuid }}', 'u-1'],
  ['{{$guid}} {{$timestamp}}', 'u-1 1790000000'],
  ['Test {{counter}} of {{counter}}', 'Test 4 of 4'],
  ['{{constructor}} {{$randomInt 1 5}} {{ }} {{', '{{constructor}} {{$randomInt 1 5}} {{ }} {{'],
])('resolveVariables: %j becomes %j', (text, expected) => {
  expect(resolveVariables(text, values)).toBe(expected);
  expect(resolveVariables({ '{{uuid}}': [text, 5, null] }, values)).toEqual({
    '{{uuid}}': [expected, 5, null],
  });
});

test('readCustomerJson: a variable has one value in a customer, and the values that were used are named', () => {
  const json = readJsonText(
    '{"userId": "{{uuid}}", "email": "{{uuid}}@example.com", "firstSeen": "{{timestamp}}"}',
  );
  const { draft, variables } = readCustomerJson(json, counting());
  expect(draft).toEqual({ userId: 'v-1', email: 'v-1@example.com', firstSeen: 'v-2' });
  expect(variables?.values).toEqual({ uuid: 'v-1', timestamp: 'v-2' });
  expect(readCustomerJson(readJsonText('{"name": "{{x}}"}'), values)).not.toHaveProperty('variables');
});

test('planCustomer: other values of variables do not make another customer', () => {
  const plan = (text: string) => planCustomer(readCustomerJson(readJsonText(text), counting()), { now });
  const [one, other] = [plan('{"userId": "{{uuid}}"}'), plan('{ "userId": "{{uuid}}" }')];
  expect(one.fingerprint).toBe(other.fingerprint);
  expect(plan('{"userId": "{{counter}}"}').fingerprint).not.toBe(one.fingerprint);
});

test('createCustomer: the same text with a variable is asked about as what was sent a moment ago', async () => {
  const { connection, sandbox } = inProcess();
  const { ledger } = creatorOf(connection);
  const source = counting();
  const questions: Question[] = [];
  for (let send = 0; send < 2; send += 1) {
    const customer = readCustomerJson(readJsonText('{"name": "Ada", "userId": "{{uuid}}"}'), source);
    await createCustomer(planCustomer(customer, { now: connection.now() }), {
      account: { kind: 'live', label: 'main', host: undefined, connection },
      ledger,
      async ask(question) {
        questions.push(question);
        return { kind: 'send' };
      },
    });
  }
  expect(questions.map(reasonKinds)).toEqual([[], ['sent-before']]);
  expect(sandbox.customers.map(({ userId }) => userId)).toEqual(['v-1', 'v-2']);
});

test('validateCustomerFile: texts are validated with the values of their variables', () => {
  const customer =
    '{"name": "Test {{counter}}", "email": "{{uuid}}@example.com", "userId": "{{uuid}}", "firstSeen": "{{timestamp}}"}';
  expect(codes(`[${customer}, ${customer}]`, values)).toEqual([]);
  expect(codes('{"name": "A", "locale": "{{counter}}"}', values)).toEqual(['unknown-locale']);
});

test('validateCustomerFile: without values, a variable is the only issue of its text', () => {
  expect(codes('{"email": "{{uuid}}", "firstSeen": "{{timestamp}}"}')).toEqual([
    'unresolved-variable',
    'unresolved-variable',
  ]);
});

test.each([undefined, values])('an unknown variable is advice that names the others', (variables) => {
  const text = '{"name": "Ada", "notes": "{{uid}} and {{$randomInt 1 5}}"}';
  expect(codes(text, variables)).toEqual(['unknown-variable']);
  const [issue] = planCustomer(readCustomerText(text), { now }).issues;
  expect(issue && issueMessage(issue)).toBe(
    'Unknown variable {{uid}}: it is sent as it is. Variables are {{uuid}}, {{timestamp}}, {{counter}}.',
  );
});
