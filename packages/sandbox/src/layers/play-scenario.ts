import type { Context, MiddlewareHandler } from 'hono';
import type { ScenarioScript } from '../scenarios/scenario-script.ts';
import type { World } from '../world/world.ts';
import type { Exchanged } from './exchanged.ts';

/** Lets a scenario answer in place of the documented behaviour, or change what that answers. */
export function playScenario(world: World): MiddlewareHandler<Exchanged> {
  return async (c, next) => {
    const { script } = c.var;
    if (script === undefined || !isConcerned(script, c)) {
      return next();
    }
    const answer = await script.answer({
      body: c.var.body,
      store: world.store,
      slowMilliseconds: world.slowMilliseconds,
      signal: c.req.raw.signal,
      async proceed(body = c.var.body) {
        c.set('body', body);
        await next();
        return c.res;
      },
    });
    // Set as well: Hono takes a returned answer only while there is none.
    c.res = answer;
    return answer;
  };
}

function isConcerned(script: ScenarioScript, c: Context): boolean {
  switch (script.concerns) {
    case 'everything':
      return true;
    case 'create':
      return c.req.method === 'POST' && c.req.path === '/v1/customers';
    case 'search':
      return c.req.method === 'POST' && c.req.path === '/v1/customers/search';
    default: {
      const unreachable: never = script.concerns;
      return unreachable;
    }
  }
}
