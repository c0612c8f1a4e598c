import type { Handler } from 'hono';
import { userIdTaken } from '../answers/known-refusals.ts';
import { refuse } from '../answers/refusal.ts';
import type { Exchanged } from '../layers/exchanged.ts';
import { readCustomer } from '../reading/read-customer.ts';
import type { World } from '../world/world.ts';

/** POST /v1/customers: 201 with the bare customer (documented), 400 with a path for everything that is wrong. */
export function createCustomer({ store }: World): Handler<Exchanged> {
  return (c) => {
    const read = readCustomer(c.var.body);
    if (!read.ok) {
      return refuse(400, read.problems);
    }
    const { userId } = read.customer;
    if (typeof userId === 'string' && store.hasUserId(userId)) {
      return userIdTaken();
    }
    return Response.json(store.add(read.customer), { status: 201 });
  };
}
