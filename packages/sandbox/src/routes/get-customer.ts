import type { Handler } from 'hono';
import { customerNotFound } from '../answers/known-refusals.ts';
import type { World } from '../world/world.ts';

/** GET /v1/customers/ID: 200 with the bare customer, or 404. Source: documented. */
export function getCustomer({ store }: World): Handler {
  return (c) => {
    const id = c.req.param('id') ?? '';
    const customer = /^\d+$/.test(id) ? store.findById(Number(id)) : undefined;
    return customer === undefined ? customerNotFound() : Response.json(customer);
  };
}
