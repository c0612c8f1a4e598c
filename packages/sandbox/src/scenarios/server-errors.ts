import { errorResponse, htmlPage, serverError } from '../responses.ts';
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
