import type { StoredCustomer } from '../store/stored-customer.ts';

/** Rewrites every customer of an answer: the bare one of create and get, each one of a search. */
export async function changeCustomers(
  answer: Response,
  change: (customer: StoredCustomer) => object,
): Promise<Response> {
  if (!answer.ok) {
    return answer;
  }
  const body = (await answer.json()) as StoredCustomer | { data: StoredCustomer[]; total: number };
  const changed = 'data' in body ? { ...body, data: body.data.map(change) } : change(body);
  return Response.json(changed, { status: answer.status });
}
