import { customerNotFound, errorResponse, serverError } from '../responses.ts';
import { defineScenarios, type Exchange } from './scenario.ts';

/** A search answers in another way than with a list. */
export const searchResults = defineScenarios('Search', [
  {
    name: 'no-match-is-404',
    title: 'No match is a 404',
    summary: 'A search without a match is a 404.',
    basis: 'seen',
    appliesTo: 'search',
    respond: (exchange) => replaceNoMatch(exchange, customerNotFound),
  },
  {
    name: 'no-match-is-errors',
    title: 'No match is an error body (200)',
    summary: 'A search without a match is a 200 with an errors body.',
    basis: 'seen',
    appliesTo: 'search',
    respond: (exchange) =>
      replaceNoMatch(exchange, () => errorResponse(200, [{ code: 'not_found', message: 'Chat not found' }])),
  },
  {
    name: 'search-fails',
    title: 'Search fails (500)',
    summary: 'Every search is answered with a 500; creating works.',
    basis: 'choice',
    appliesTo: 'search',
    respond: serverError,
  },
]);

/** Replaces the response of a search without matches; others, and refusals, stay. */
async function replaceNoMatch({ proceed }: Exchange, replace: () => Response): Promise<Response> {
  const response = await proceed();
  if (response.status !== 200) {
    return response;
  }
  const { total } = (await response.clone().json()) as { total: number };
  return total === 0 ? replace() : response;
}
