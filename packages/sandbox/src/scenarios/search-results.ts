import { customerNotFound, errorResponse, serverError } from '../responses.ts';
import type { StoredCustomer } from '../store/customer.ts';
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
  {
    name: 'slow-search',
    title: 'Search, slow response',
    summary: 'Every search is answered after 2 seconds.',
    basis: 'choice',
    appliesTo: 'search',
    async respond({ clock, signal, proceed }) {
      await clock.wait(2000, signal);
      return proceed();
    },
  },
  {
    name: 'lagging-search',
    title: 'Search misses new customers',
    summary: 'A search does not find customers that were created in the last 5 seconds.',
    basis: 'choice',
    appliesTo: 'search',
    respond: withoutNewest,
  },
]);

const indexLagMs = 5000;

/** Removes the newest customers from a page; `total` counts without those. */
async function withoutNewest({ clock, store, proceed }: Exchange): Promise<Response> {
  const response = await proceed();
  if (response.status !== 200) {
    return response;
  }
  const newest = clock.now() - indexLagMs;
  const { data, total } = (await response.json()) as { data: StoredCustomer[]; total: number };
  const found = data.filter(({ id }) => (store.createdAt(id) ?? Number.NEGATIVE_INFINITY) <= newest);
  return Response.json({ data: found, total: total - (data.length - found.length) });
}

/** Replaces the response of a search without matches; others, and refusals, stay. */
async function replaceNoMatch({ proceed }: Exchange, replace: () => Response): Promise<Response> {
  const response = await proceed();
  if (response.status !== 200) {
    return response;
  }
  const { total } = (await response.clone().json()) as { total: number };
  return total === 0 ? replace() : response;
}
