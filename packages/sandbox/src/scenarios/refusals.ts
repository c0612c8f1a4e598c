import { readCustomer } from '../request/read-customer.ts';
import { readJsonObject, symfonyMessages } from '../request/validation.ts';
import { type ErrorEntry, errorResponse, tooManyRequests, unauthorized, userIdTaken } from '../responses.ts';
import { defineScenarios } from './scenario.ts';

/** HelpCrunch refuses a request that looks right. */
export const refusals = defineScenarios('Refused requests', [
  {
    name: 'bad-key',
    title: 'API key refused (401)',
    summary: 'Every request is refused with 401, whatever its key.',
    basis: 'documented',
    appliesTo: 'everything',
    respond: unauthorized,
  },
  {
    name: 'forbidden',
    title: 'Access forbidden (403)',
    summary: 'Every request is refused with 403.',
    basis: 'choice',
    appliesTo: 'everything',
    respond: () => errorResponse(403, [{ code: 'forbidden', message: 'Forbidden' }]),
  },
  {
    name: 'field-rejected',
    title: 'Valid-looking fields refused',
    summary:
      'Refuses fields that look right: the email (or the name), the first tag and the first custom attribute.',
    basis: 'choice',
    appliesTo: 'create',
    respond({ body, proceed }) {
      const read = readJsonObject(body);
      return read.ok ? errorResponse(400, fieldErrors(read.value)) : proceed();
    },
  },
  {
    name: 'user-id-taken',
    title: 'User ID already taken',
    summary: 'Another client creates a customer with the same userId just before.',
    basis: 'seen',
    appliesTo: 'create',
    respond({ body, store, proceed }) {
      const read = readCustomer(body);
      const userId = read.ok ? read.customer.userId : undefined;
      if (typeof userId === 'string' && store.findBy('userId', userId).length === 0) {
        store.add({ userId });
      }
      return proceed();
    },
  },
  {
    name: 'user-id-refused',
    title: 'User ID refused, not taken',
    summary: 'The userId is refused as if it were taken, but no customer has it.',
    basis: 'seen',
    appliesTo: 'create',
    respond: userIdTaken,
  },
  {
    name: 'unprocessable',
    title: 'Create refused (422)',
    summary: 'A create is refused with 422.',
    basis: 'choice',
    appliesTo: 'create',
    respond: () => errorResponse(422, [{ code: 'email', message: symfonyMessages.email }]),
  },
  {
    name: 'rate-limited',
    title: 'Rate limited (429)',
    summary: 'Every request is over the limit (429), without a Retry-After header.',
    basis: 'documented',
    appliesTo: 'everything',
    respond: tooManyRequests,
  },
  {
    name: 'rate-limited-retry-after',
    title: 'Rate limited with Retry-After (429)',
    summary: 'Every request is over the limit (429), with Retry-After: 2 (seconds).',
    basis: 'choice',
    appliesTo: 'everything',
    respond() {
      const response = tooManyRequests();
      response.headers.set('retry-after', '2');
      return response;
    },
  },
]);

/** An error at a path of each kind, for the fields that were sent. */
function fieldErrors(customer: Readonly<Record<string, unknown>>): readonly ErrorEntry[] {
  const errors: ErrorEntry[] = [
    customer['email'] === undefined
      ? { code: 'name', message: symfonyMessages.invalid }
      : { code: 'email', message: symfonyMessages.email },
  ];
  if (hasItems(customer['tags'])) {
    errors.push({ code: 'tags[0].name', message: symfonyMessages.invalid });
  }
  if (hasItems(customer['customData'])) {
    errors.push({ code: 'customData[0].property', message: symfonyMessages.invalid });
    errors.push({ code: 'customData[0].value', message: symfonyMessages.type('numeric') });
  }
  return errors;
}

function hasItems(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
