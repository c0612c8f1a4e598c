import {
  type ErrorEntry,
  errorResponse,
  exactErrorResponse,
  htmlPage,
  serverError,
  specificErrors,
} from '../responses.ts';
import { defineScenarios } from './scenario.ts';

/** The server or a proxy fails; nothing is created. */
export const serverErrors = defineScenarios('Server and proxy errors', [
  {
    name: 'html-502',
    title: 'Bad gateway page (502)',
    summary: 'A proxy answers a create with an HTML 502; nothing is created.',
    basis: 'seen',
    appliesTo: 'create',
    respond: () => htmlPage(502, '502 Bad Gateway'),
  },
  {
    name: 'server-error',
    title: 'Server error (500)',
    summary: 'A create is answered with a JSON 500; nothing is created.',
    basis: 'choice',
    appliesTo: 'create',
    respond: serverError,
  },
  {
    name: 'request-timeout',
    title: 'Request timeout (408)',
    summary: 'A create is answered with 408; nothing is created.',
    basis: 'choice',
    appliesTo: 'create',
    respond: () => errorResponse(408, [{ code: 'request_timeout', message: 'Request timeout' }]),
  },
  {
    name: 'not-found-html',
    title: 'Wrong address (404 page)',
    summary: 'Every request is answered with an HTML 404, as from a wrong address.',
    basis: 'choice',
    appliesTo: 'everything',
    respond: () => htmlPage(404, '404 Not Found'),
  },
  {
    name: 'redirect',
    title: 'Redirect to a missing page (307)',
    summary: 'A create is redirected (307) to a path that does not exist; nothing is created.',
    basis: 'choice',
    appliesTo: 'create',
    respond: () => new Response(null, { status: 307, headers: { location: '/v1/moved/customers' } }),
  },
]);

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
