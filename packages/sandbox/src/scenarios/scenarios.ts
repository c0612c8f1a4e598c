import { changedCustomers } from './changed-customers.ts';
import { errorBodies, serverErrors } from './error-responses.ts';
import { refusals } from './refusals.ts';
import type { Scenario, ScenarioInfo } from './scenario.ts';
import { searchResults } from './search-results.ts';
import { lostResponses, oddResponses } from './success-responses.ts';

/** All scenarios, in the order of a list for people. To add one, add a row to the table of its family. */
const all = [
  ...refusals,
  ...serverErrors,
  ...lostResponses,
  ...oddResponses,
  ...changedCustomers,
  ...searchResults,
  ...errorBodies,
];

export type ScenarioName = (typeof all)[number]['name'];

/** What a person can choose from; scenarios of one group are next to each other. */
export const scenarios: readonly ScenarioInfo<ScenarioName>[] = all.map(
  ({ name, title, group, summary, basis }) => ({ name, title, group, summary, basis }),
);

const byName: ReadonlyMap<string, Scenario<ScenarioName>> = new Map(
  all.map((scenario) => [scenario.name, scenario]),
);

export function findScenario(name: string): Scenario<ScenarioName> | undefined {
  return byName.get(name);
}

/** For names from people. */
export function isScenarioName(name: string): name is ScenarioName {
  return byName.has(name);
}

/** For names from code; undefined stays undefined. @throws RangeError for an unknown name */
export function requireScenario(name: ScenarioName | undefined): Scenario<ScenarioName> | undefined {
  if (name !== undefined && !byName.has(name)) {
    throw new RangeError(`Unknown scenario: ${JSON.stringify(name)}`);
  }
  return name === undefined ? undefined : byName.get(name);
}
