import type { Handler } from 'hono';
import { refuse } from '../answers/refusal.ts';
import type { Exchanged } from '../layers/exchanged.ts';
import { readSearch } from '../search/read-search.ts';
import { sortCustomers } from '../search/sort-customers.ts';
import type { World } from '../world/world.ts';

/**
 * POST /v1/customers/search: 200 with `{data, total}`, `total` counting all matches and not only this page.
 * Source: documented; no match is an empty list (seen; other clients met other answers, see the scenarios).
 */
export function searchCustomers({ store }: World): Handler<Exchanged> {
  return (c) => {
    const read = readSearch(c.var.body);
    if (!read.ok) {
      return refuse(400, read.problems);
    }
    const { matches, sortBy, descending, limit, offset } = read.search;
    const found = sortCustomers(store.all.filter(matches), sortBy, descending);
    return Response.json({ data: found.slice(offset, offset + limit), total: found.length });
  };
}
