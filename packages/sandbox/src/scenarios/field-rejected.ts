import { type ErrorEntry, refuse } from '../answers/refusal.ts';
import { readJsonObject } from '../reading/read-json.ts';
import { symfonyMessages } from '../reading/symfony-messages.ts';
import { defineScenario } from './scenario-script.ts';

export const fieldRejected = defineScenario({
  name: 'field-rejected',
  summary:
    'Refuses fields that look right: the e-mail (or the name), the first tag and the first custom attribute.',
  basis: 'choice',
  concerns: 'create',
  answer({ body, proceed }) {
    const read = readJsonObject(body);
    return read.ok ? refuse(400, complaints(read.value)) : proceed();
  },
});

/** Something at a path of each kind. What was not sent cannot be refused. */
function complaints(customer: Readonly<Record<string, unknown>>): readonly ErrorEntry[] {
  const entries: ErrorEntry[] = [
    customer['email'] === undefined
      ? { code: 'name', message: symfonyMessages.invalid }
      : { code: 'email', message: symfonyMessages.email },
  ];
  if (hasEntries(customer['tags'])) {
    entries.push({ code: 'tags[0].name', message: symfonyMessages.invalid });
  }
  if (hasEntries(customer['customData'])) {
    entries.push({ code: 'customData[0].property', message: symfonyMessages.invalid });
    entries.push({ code: 'customData[0].value', message: symfonyMessages.type('numeric') });
  }
  return entries;
}

function hasEntries(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
