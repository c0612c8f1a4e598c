import { type ErrorEntry, exactErrorResponse, specificErrors } from '../responses.ts';
import { defineScenarios } from './scenario.ts';

/** Errors have another body than the current documentation shows. */
export const errorBodies = defineScenarios('Error body formats', [
  {
    name: 'old-errors',
    title: 'Older error format',
    summary: 'Errors have the older format: one specific entry, other codes.',
    basis: 'documented',
    appliesTo: 'everything',
    async respond({ proceed }) {
      const response = await proceed();
      const [first] = await specificErrors(response);
      return first === undefined
        ? response
        : exactErrorResponse(response.status, [olderEntries.get(first.code) ?? first]);
    },
  },
  {
    name: 'errors-as-object',
    title: 'Errors as an object',
    summary: 'A create is refused with 400, its errors a map of fields to messages.',
    basis: 'choice',
    appliesTo: 'create',
    respond: () => badRequest({ errors: { email: [message] } }),
  },
  {
    name: 'errors-as-strings',
    title: 'Errors as strings',
    summary: 'A create is refused with 400, its errors a list of messages.',
    basis: 'choice',
    appliesTo: 'create',
    respond: () => badRequest({ errors: [message, null, 7] }),
  },
  {
    name: 'errors-missing',
    title: 'No errors in the body',
    summary: 'A create is refused with 400 and a body without errors.',
    basis: 'choice',
    appliesTo: 'create',
    respond: () => badRequest({ message: 'Bad Request' }),
  },
  {
    name: 'errors-null',
    title: 'Errors are null',
    summary: 'A create is refused with 400, and its errors are null.',
    basis: 'choice',
    appliesTo: 'create',
    respond: () => badRequest({ errors: null }),
  },
]);

const message = 'This value is not a valid email address.';

/** Current specific code → older entry. Source: documented; the message for 404 is our choice. */
const olderEntries: ReadonlyMap<string, ErrorEntry> = new Map([
  ['unauthorized', { code: 'invalid_token', message: 'Invalid token' }],
  ['not_found', { code: 'entity_not_found', message: 'Entity not found' }],
  ['too_many_requests', { code: 'too_many_requests', message: 'You have exceeded your requests limit' }],
]);

function badRequest(body: unknown): Response {
  return Response.json(body, { status: 400 });
}
