import type { MiddlewareHandler } from 'hono';
import { tooManyRequests } from '../answers/known-refusals.ts';
import type { World } from '../world/world.ts';

/** Refuses what goes over the limit of the account. Source: documented, the answer's lack of Retry-After too. */
export function limitRate(world: World): MiddlewareHandler {
  return async (_c, next) => (world.rate.admit() ? next() : tooManyRequests());
}
