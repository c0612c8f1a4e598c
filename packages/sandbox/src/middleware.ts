import type { Context, MiddlewareHandler } from 'hono';
import type { SandboxContext } from './context.ts';
import { errorResponse, tooManyRequests, unauthorized } from './responses.ts';
import { type Scenario, scenarioHeader } from './scenarios/scenario.ts';
import { findScenario, requireScenario, type ScenarioName } from './scenarios/scenarios.ts';

/** What the middleware passes on. */
export interface AppEnv {
  Variables: {
    /** The request's body as text; a scenario may have replaced it. */
    body: string;
    scenario: Scenario<ScenarioName> | undefined;
  };
}

/** Bytes of a body that are kept. Source: our choice; no page names a limit. */
export const maxBodyBytes = 1024 * 1024;

/** Reads the request, records it and picks its scenario. */
export function recordRequest(context: SandboxContext): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { raw } = c.req;
    const url = new URL(raw.url);
    // All of it is read before an answer, so that a client that is still sending gets to read its refusal; and in
    // one call, since some browsers do not expose a request's body as a stream.
    const bytes = new Uint8Array(await raw.arrayBuffer());
    const body = new TextDecoder().decode(bytes.subarray(0, maxBodyBytes));
    // A request whose client left while sending must have no effect.
    raw.signal.throwIfAborted();
    const name = c.req.header(scenarioHeader);
    const request = {
      method: raw.method,
      path: url.pathname + url.search,
      headers: Object.fromEntries(raw.headers),
      body,
      at: context.clock.now(),
    };
    const scenario =
      name === undefined
        ? (context.scenario ?? requireScenario(context.chooseFault(request)))
        : findScenario(name);
    context.requests.push({ ...request, scenario: scenario?.name });
    if (bytes.length > maxBodyBytes) {
      return errorResponse(413, [{ code: 'too_large', message: 'Request body is over 1 MB' }]);
    }
    if (name !== undefined && scenario === undefined) {
      return errorResponse(400, [
        { code: scenarioHeader, message: `Unknown scenario: ${JSON.stringify(name)}` },
      ]);
    }
    c.set('body', body);
    c.set('scenario', scenario);
    return next();
  };
}

/** Lets the scenario respond instead of the documented behavior, or change its response. */
export function playScenario(context: SandboxContext): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { scenario } = c.var;
    if (scenario === undefined || !appliesTo(scenario, c)) {
      return next();
    }
    const response = await scenario.respond({
      body: c.var.body,
      store: context.store,
      slowMilliseconds: context.slowMilliseconds,
      clock: context.clock,
      signal: c.req.raw.signal,
      async proceed(body = c.var.body) {
        c.set('body', body);
        await next();
        return c.res;
      },
    });
    // Set as well: Hono ignores a returned response once `next` has set one.
    c.res = response;
    return response;
  };
}

function appliesTo({ appliesTo: requests }: Scenario, { req }: Context): boolean {
  switch (requests) {
    case 'everything':
      return true;
    case 'create':
      return req.method === 'POST' && req.path === '/v1/customers';
    case 'search':
      return req.method === 'POST' && req.path === '/v1/customers/search';
    default: {
      const unreachable: never = requests;
      return unreachable;
    }
  }
}

/**
 * Bearer and a key. A key in the angle brackets of the documentation's example is refused (seen), and so is one with
 * blanks in it (documented: "without any spaces or extra symbols").
 */
const bearer = /^Bearer +([\w.~+/=-]+)$/i;

/** Responses have the time of the sandbox's clock, from which a client can tell a wrong clock of its own. */
export function addDate({ clock, hasOwnTime }: SandboxContext): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (hasOwnTime) {
      c.header('date', new Date(clock.now()).toUTCString());
    }
  };
}

/** Refuses a request without an accepted key. */
export function requireKey({ apiKey }: SandboxContext): MiddlewareHandler {
  return async (c, next) => {
    const key = bearer.exec(c.req.header('authorization') ?? '')?.[1];
    return key !== undefined && (apiKey === undefined || key === apiKey) ? next() : unauthorized();
  };
}

/** Refuses requests over the account's limit. Source: documented, without Retry-After. */
export function limitRate({ rateLimiter }: SandboxContext): MiddlewareHandler {
  return async (_c, next) => (rateLimiter.admit() ? next() : tooManyRequests());
}
