import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { type FuzzTarget, holds } from '@helpcrunch-customer-kit/testing/fuzz-target';
import { matchCustomer } from '../../src/create/evidence.ts';
import { buildPayload } from '../../src/customer/draft-view.ts';
import { hasErrors } from '../../src/customer/issue.ts';
import { isJsonObject, type JsonObject } from '../../src/customer/json.ts';
import { readJsonText } from '../../src/reading/json-text.ts';
import { readCustomer } from '../../src/reading/read-customer.ts';
import { readCustomerText } from '../../src/reading/read-customer-text.ts';
import { validateCustomer } from '../../src/rules/validate-customer.ts';
import { validateCustomerFile } from '../../src/rules/validate-customer-file.ts';
import { arbitraries } from '../arbitrary.ts';
import { now } from '../validate.ts';
import { expectSound } from './issue-invariants.ts';
import { sendable } from './sendable.ts';

const textToPayload: FuzzTarget = {
  name: 'JSON text → reading → validation → payload',
  property(fc) {
    return fc.property(arbitraries(fc).jsonText, (text) => {
      const { json, draft, issues } = readCustomerText(text);
      const validated = validateCustomer({ draft, issues }, { now });
      expectSound(validated, json.value);
      for (const { path } of validated) {
        const { offset, length } = json.rangeOf(path);
        holds(offset >= 0 && length >= 0 && offset + length <= text.length, 'no place in the text:', path);
      }
      expectIdempotent(buildPayload(draft));
    });
  },
};

const valueToPayload: FuzzTarget = {
  name: 'any value → reading → validation → payload',
  property(fc) {
    const { anything, customer } = arbitraries(fc);
    return fc.property(fc.oneof(customer, anything), (value) => {
      const read = readCustomer(value);
      expectSound(validateCustomer(read, { now }), value);
      expectIdempotent(buildPayload(read.draft));
    });
  },
};

function expectIdempotent(payload: ReturnType<typeof buildPayload>): void {
  const written = JSON.stringify(payload);
  const again = [buildPayload(payload), buildPayload(readCustomer(payload).draft), JSON.parse(written)];
  for (const other of again) holds(JSON.stringify(other) === written, 'not idempotent:', payload, other);
}

const fileInSteps: FuzzTarget = {
  name: 'a file of customers, edited: validated with a memory as without',
  property(fc) {
    const { customer, jsonText } = arbitraries(fc);
    const list = fc.array(customer, { maxLength: 4 }).map((customers) => JSON.stringify(customers));
    const text = fc.oneof(list, jsonText);
    return fc.property(fc.tuple(text, text), ([before, after]) => {
      const { memory } = validateCustomerFile(readJsonText(before), { now });
      const json = readJsonText(after);
      const [remembered, fresh] = [
        validateCustomerFile(json, { now }, memory),
        validateCustomerFile(json, { now }),
      ].map(({ customers, issues }) => JSON.stringify({ customers, issues }));
      holds(remembered === fresh, 'the memory changes the issues:', remembered, fresh);
    });
  },
};

const errorFreeIsTaken: FuzzTarget = {
  name: 'no error → the sandbox takes it and keeps it as sent',
  property(fc) {
    return fc.asyncProperty(sendable(fc), async (value) => {
      const read = readCustomer(value);
      const issues = validateCustomer(read, { now });
      if (
        hasErrors(issues) ||
        issues.some(({ code }) => code === 'long-text' || code === 'duplicate-property')
      )
        return;
      const request = buildPayload(read.draft);
      const sandbox = createSandbox();
      const answer = await sandbox.fetch(
        new Request('https://sandbox.invalid/v1/customers', {
          method: 'POST',
          headers: { authorization: 'Bearer sandbox-key' },
          body: JSON.stringify(request),
        }),
      );
      const stored: unknown = await answer.json();
      holds(answer.status === 201, 'refused by the sandbox:', request, stored);
      if (isJsonObject(stored)) expectAsSent(request, stored);
    });
  },
};

function expectAsSent(request: ReturnType<typeof buildPayload>, stored: JsonObject): void {
  // Of a tag named twice with two colors the account keeps one.
  const names = (request.tags ?? []).map(({ name }) => name);
  if (new Set(names).size < names.length) return;
  holds(matchCustomer(request, stored) === 'as-sent', 'not recognized:', request, stored);
}

export const readingTargets = [textToPayload, valueToPayload, fileInSteps, errorFreeIsTaken];
