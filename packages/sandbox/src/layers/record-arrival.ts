import type { MiddlewareHandler } from 'hono';
import { refuse } from '../answers/refusal.ts';
import { findScenario } from '../scenarios/scenario-list.ts';
import { scenarioHeader } from '../scenarios/scenario-script.ts';
import type { World } from '../world/world.ts';
import type { Exchanged } from './exchanged.ts';
import { readBody } from './read-body.ts';

/** Reads the request, notes that it arrived, and settles which scenario it gets. */
export function recordArrival(world: World): MiddlewareHandler<Exchanged> {
  return async (c, next) => {
    const { raw } = c.req;
    const url = new URL(raw.url);
    const { text, tooLong } = await readBody(raw);
    // A caller that gave up while sending is no arrival: nothing may come of it.
    raw.signal.throwIfAborted();
    const asked = c.req.header(scenarioHeader);
    const script = asked === undefined ? world.scenario : findScenario(asked);
    world.requests.push({
      method: raw.method,
      path: url.pathname + url.search,
      headers: Object.fromEntries(raw.headers),
      body: text,
      scenario: script?.name,
      at: world.now(),
    });
    if (tooLong) {
      return refuse(413, [{ code: 'too_large', message: 'Request body is over 1 MB' }]);
    }
    if (asked !== undefined && script === undefined) {
      return refuse(400, [
        { code: scenarioHeader, message: `There is no scenario called ${JSON.stringify(asked)}` },
      ]);
    }
    c.set('body', text);
    c.set('script', script);
    return next();
  };
}
