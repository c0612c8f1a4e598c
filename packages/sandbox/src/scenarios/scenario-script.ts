import type { CustomerStore } from '../store/customer-store.ts';

/** The request header that picks a scenario for one request. */
export const scenarioHeader = 'x-sandbox-scenario';

/** Something HelpCrunch, or what lies between, can do to a client. */
export interface Scenario<Name extends string = string> {
  /** In kebab-case, as written in the header and after `--scenario`. */
  readonly name: Name;
  /** One sentence for people. */
  readonly summary: string;
  /** Where it is known from: HelpCrunch's pages, public clients of it, or nowhere and made up by us. */
  readonly basis: 'documented' | 'seen' | 'choice';
}

/** What a scenario has at hand while it answers one request. */
export interface Exchange {
  /** The request's body. */
  readonly body: string;
  readonly store: CustomerStore;
  readonly slowMilliseconds: number;
  /** Aborted when the caller gives up or its connection is gone. */
  readonly signal: AbortSignal;
  /** Does what the documentation says (once), with this body or another, and gives the answer to it. */
  proceed(body?: string): Promise<Response>;
}

/** A scenario and how it is played. */
export interface ScenarioScript<Name extends string = string> extends Scenario<Name> {
  /** The requests it plays for; all others get the documented behaviour. */
  readonly concerns: 'everything' | 'create' | 'search';
  /** @throws ConnectionLost to end the connection without an answer */
  readonly answer: (exchange: Exchange) => Response | Promise<Response>;
}

/** Writes a scenario down, keeping its name as a type. */
export function defineScenario<const Name extends string>(
  script: ScenarioScript<Name>,
): ScenarioScript<Name> {
  return script;
}
