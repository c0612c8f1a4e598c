import type { Context, Handler } from 'hono';
import { cors } from 'hono/cors';
import { Hono } from 'hono/tiny';
import type { SandboxContext } from './context.ts';
import { type AppEnv, addDate, limitRate, playScenario, recordRequest, requireKey } from './middleware.ts';
import { readCustomer } from './request/read-customer.ts';
import { customerNotFound, errorResponse, userIdTaken } from './responses.ts';
import { scenarioHeader } from './scenarios/scenario.ts';
import { readSearch, searchCustomers } from './search/search.ts';

/** The sandbox as a web app: middleware and routes, in the order a request meets them. */
export function createApp(context: SandboxContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  // Whether HelpCrunch lets browsers call it is not known; the sandbox does. A wildcard never covers Authorization.
  const allowHeaders = ['authorization', 'content-type', scenarioHeader];
  app.use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'POST', 'DELETE'],
      allowHeaders,
      exposeHeaders: ['retry-after'],
    }),
  );
  // Outside of what HelpCrunch has, and not recorded as a request to it.
  app.get('/', (c) => c.json({ sandbox: context.instance }));
  app.use(addDate(context));
  app.use(recordRequest(context));
  app.use(playScenario(context));
  app.use('/v1/*', requireKey(context));
  app.use('/v1/*', limitRate(context));

  app.post('/v1/customers', create(context)).all(only('POST'));
  app.post('/v1/customers/search', search(context)).all(only('POST'));
  app.get('/v1/customers/:id', get(context)).delete(remove(context)).all(only('GET, DELETE'));
  app.notFound(unknownPath);
  // A lost connection has to reach the caller, and an internal error must not look like a response.
  app.onError((error) => {
    throw error;
  });
  return app;
}

/** POST /v1/customers: 201 with the bare customer (documented), 400 with a path for every error. */
function create({ store }: SandboxContext): Handler<AppEnv> {
  return (c) => {
    const read = readCustomer(c.var.body);
    if (!read.ok) {
      return errorResponse(400, read.errors);
    }
    const { userId } = read.customer;
    if (typeof userId === 'string' && store.findBy('userId', userId).length > 0) {
      return userIdTaken();
    }
    return Response.json(store.add(read.customer), { status: 201 });
  };
}

/**
 * POST /v1/customers/search: 200 with `{data, total}`. Source: documented; no match is an empty list (seen; some
 * clients met other answers, see the search scenarios).
 */
function search({ store, maxSearchFilters }: SandboxContext): Handler<AppEnv> {
  return (c) => {
    const read = readSearch(c.var.body, maxSearchFilters);
    return read.ok ? Response.json(searchCustomers(store, read.search)) : errorResponse(400, read.errors);
  };
}

/** GET /v1/customers/ID: 200 with the bare customer, or 404. Source: documented. */
function get({ store }: SandboxContext): Handler<AppEnv> {
  return (c) => {
    const customer = store.findById(idOf(c));
    return customer === undefined ? customerNotFound() : Response.json(customer);
  };
}

/** DELETE /v1/customers/ID: 200 with "Ok". Source: documented; 404 without such a customer is our choice. */
function remove({ store }: SandboxContext): Handler<AppEnv> {
  return (c) => (store.remove(idOf(c)) ? Response.json('Ok') : customerNotFound());
}

/** Not a number for anything but digits, so that no customer has it. */
function idOf(c: Context): number {
  const id = c.req.param('id') ?? '';
  return /^\d+$/.test(id) ? Number(id) : Number.NaN;
}

/** HelpCrunch has more paths; the sandbox has customers only. Shape: documented for 404. */
function unknownPath(c: Context): Response {
  return errorResponse(404, [{ code: 'not_found', message: `The sandbox has no path ${c.req.path}` }]);
}

/** A known path with another method. Status and shape are our choice. */
function only(methods: 'GET, DELETE' | 'POST'): Handler {
  return () => {
    const response = errorResponse(405, [
      { code: 'method_not_allowed', message: `Only ${methods} is allowed` },
    ]);
    response.headers.set('allow', methods);
    return response;
  };
}
