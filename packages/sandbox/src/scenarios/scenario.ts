import type { SandboxClock } from '../clock.ts';
import { readJsonObject } from '../request/validation.ts';
import type { StoredCustomer } from '../store/customer.ts';
import type { CustomerStore } from '../store/customer-store.ts';

/** The request header that picks a scenario for one request. */
export const scenarioHeader = 'x-sandbox-scenario';

/** Something that HelpCrunch, or the network before it, can do to a client. */
export interface ScenarioInfo<Name extends string = string> {
  /** In kebab-case, as written in the header and after `--scenario`. */
  readonly name: Name;
  /** A few words for a list. */
  readonly title: string;
  /** The heading it belongs under, such as "Lost or late responses". */
  readonly group: string;
  /** One sentence. */
  readonly summary: string;
  /** Where the behavior is known from: HelpCrunch's pages, public clients, or our choice. */
  readonly basis: 'documented' | 'seen' | 'choice';
}

/** What a scenario gets for each request. */
export interface Exchange {
  /** The request's body. */
  readonly body: string;
  readonly store: CustomerStore;
  readonly slowMilliseconds: number;
  readonly clock: SandboxClock;
  /** Aborted when the caller gives up or its connection is gone. */
  readonly signal: AbortSignal;
  /** Runs the documented behavior (once), with this body or another, and returns its response. */
  proceed(body?: string): Promise<Response>;
}

export interface Scenario<Name extends string = string> extends ScenarioInfo<Name> {
  /** The requests it plays for; others get the documented behavior. */
  readonly appliesTo: 'everything' | 'create' | 'search';
  /** @throws ConnectionLost to close the connection without a response */
  readonly respond: (exchange: Exchange) => Response | Promise<Response>;
}

/** Defines one family of scenarios and keeps their names as a type. */
export function defineScenarios<const Name extends string>(
  group: string,
  rows: readonly Omit<Scenario<Name>, 'group'>[],
): readonly Scenario<Name>[] {
  return rows.map((row) => ({ ...row, group }));
}

/** Creates the customer and replaces the response only if it is a 201: a refusal stays a refusal. */
export async function replaceCreated(
  exchange: Exchange,
  replace: (created: Response) => Response | Promise<Response>,
): Promise<Response> {
  const response = await exchange.proceed();
  return response.status === 201 ? replace(response) : response;
}

/** Replaces fields of a create's body; a body that is not a JSON object stays as it is, to be refused. */
export function changeBody(
  body: string,
  change: (customer: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): string {
  const read = readJsonObject(body);
  return read.ok ? JSON.stringify(change(read.value)) : body;
}

/** Rewrites every customer of a response: the bare one of create and get, each one of a search. */
export async function changeCustomers(
  response: Response,
  change: (customer: StoredCustomer) => object,
): Promise<Response> {
  if (!response.ok) {
    return response;
  }
  const body = (await response.json()) as StoredCustomer | { data: StoredCustomer[]; total: number };
  const changed = 'data' in body ? { ...body, data: body.data.map(change) } : change(body);
  return Response.json(changed, { status: response.status });
}
