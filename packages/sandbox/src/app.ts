import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Exchanged } from './layers/exchanged.ts';
import { limitRate } from './layers/limit-rate.ts';
import { playScenario } from './layers/play-scenario.ts';
import { recordArrival } from './layers/record-arrival.ts';
import { requireKey } from './layers/require-key.ts';
import { createCustomer } from './routes/create-customer.ts';
import { getCustomer } from './routes/get-customer.ts';
import { noSuchPath, onlyMethod } from './routes/nothing-here.ts';
import { searchCustomers } from './routes/search-customers.ts';
import { scenarioHeader } from './scenarios/scenario-script.ts';
import type { World } from './world/world.ts';

/** The sandbox as a web app: what a request passes, top to bottom. */
export function createApp(world: World): Hono<Exchanged> {
  const app = new Hono<Exchanged>();
  // Whether HelpCrunch lets browsers call it is not known; the sandbox does. A wildcard never covers Authorization.
  const allowHeaders = ['authorization', 'content-type', scenarioHeader];
  app.use(cors({ origin: '*', allowMethods: ['GET', 'POST'], allowHeaders, exposeHeaders: ['retry-after'] }));
  app.use(recordArrival(world));
  app.use(playScenario(world));
  app.use('/v1/*', requireKey(world));
  app.use('/v1/*', limitRate(world));

  app.post('/v1/customers', createCustomer(world)).all(onlyMethod('POST'));
  app.post('/v1/customers/search', searchCustomers(world)).all(onlyMethod('POST'));
  app.get('/v1/customers/:id', getCustomer(world)).all(onlyMethod('GET'));
  app.notFound(noSuchPath);
  // A lost connection is meant to reach the caller, and a mistake of ours must not pass for an answer.
  app.onError((error) => {
    throw error;
  });
  return app;
}
