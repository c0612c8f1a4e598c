import type { MiddlewareHandler } from 'hono';
import { unauthorized } from '../answers/known-refusals.ts';
import type { World } from '../world/world.ts';

/**
 * Bearer and a key. One written with the angle brackets of the documentation's example is refused (seen), and so is
 * one with blanks in it (documented: "without any spaces or extra symbols").
 */
const bearer = /^Bearer +([\w.~+/=-]+)$/i;

/** Refuses a request without a right key. */
export function requireKey(world: World): MiddlewareHandler {
  return async (c, next) => {
    const key = bearer.exec(c.req.header('authorization') ?? '')?.[1];
    const right = key !== undefined && (world.apiKey === undefined || key === world.apiKey);
    return right ? next() : unauthorized();
  };
}
