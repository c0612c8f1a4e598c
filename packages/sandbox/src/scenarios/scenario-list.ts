import { attributesDropped } from './attributes-dropped.ts';
import { badKey } from './bad-key.ts';
import { closedBeforeAnswer } from './closed-before-answer.ts';
import { closedMidBody } from './closed-mid-body.ts';
import { createdThenHtml502 } from './created-then-html-502.ts';
import { createdThenLost } from './created-then-lost.ts';
import { createdThenTimeout } from './created-then-timeout.ts';
import { emptyCreated } from './empty-created.ts';
import { emptyMapAsList } from './empty-map-as-list.ts';
import { errorsAsObject } from './errors-as-object.ts';
import { errorsAsStrings } from './errors-as-strings.ts';
import { errorsMissing } from './errors-missing.ts';
import { errorsNull } from './errors-null.ts';
import { fieldRejected } from './field-rejected.ts';
import { forbidden } from './forbidden.ts';
import { fractionalDates } from './fractional-dates.ts';
import { html502 } from './html-502.ts';
import { htmlCreated } from './html-created.ts';
import { listCustomData } from './list-custom-data.ts';
import { noContent } from './no-content.ts';
import { noMatchIs404 } from './no-match-is-404.ts';
import { noMatchIsErrors } from './no-match-is-errors.ts';
import { notFoundHtml } from './not-found-html.ts';
import { numericDates } from './numeric-dates.ts';
import { okInsteadOfCreated } from './ok-instead-of-created.ts';
import { oldDates } from './old-dates.ts';
import { oldErrors } from './old-errors.ts';
import { oversizedBody } from './oversized-body.ts';
import { rateLimited } from './rate-limited.ts';
import { rateLimitedRetryAfter } from './rate-limited-retry-after.ts';
import { redirect } from './redirect.ts';
import { requestTimeout } from './request-timeout.ts';
import type { Scenario, ScenarioScript } from './scenario-script.ts';
import { searchFails } from './search-fails.ts';
import { serverError } from './server-error.ts';
import { slow } from './slow.ts';
import { sparseAnswer } from './sparse-answer.ts';
import { stringsChanged } from './strings-changed.ts';
import { truncatedJson } from './truncated-json.ts';
import { unprocessable } from './unprocessable.ts';
import { userIdRefused } from './user-id-refused.ts';
import { userIdTaken } from './user-id-taken.ts';

/** Every scenario there is. A new one is a file beside this and a line here. */
const scripts = [
  badKey,
  forbidden,
  oldErrors,
  fieldRejected,
  userIdTaken,
  userIdRefused,
  rateLimited,
  rateLimitedRetryAfter,
  html502,
  serverError,
  requestTimeout,
  unprocessable,
  notFoundHtml,
  redirect,
  slow,
  closedBeforeAnswer,
  closedMidBody,
  createdThenLost,
  createdThenHtml502,
  createdThenTimeout,
  emptyCreated,
  htmlCreated,
  oversizedBody,
  truncatedJson,
  okInsteadOfCreated,
  noContent,
  attributesDropped,
  stringsChanged,
  emptyMapAsList,
  listCustomData,
  oldDates,
  numericDates,
  fractionalDates,
  sparseAnswer,
  noMatchIs404,
  noMatchIsErrors,
  searchFails,
  errorsAsObject,
  errorsAsStrings,
  errorsMissing,
  errorsNull,
] as const;

export type ScenarioName = (typeof scripts)[number]['name'];

/** What a person can choose from, in the order of a table. */
export const scenarios: readonly Scenario<ScenarioName>[] = scripts.map(({ name, summary, basis }) => ({
  name,
  summary,
  basis,
}));

const byName: ReadonlyMap<string, ScenarioScript<ScenarioName>> = new Map(
  scripts.map((script) => [script.name, script]),
);

export function findScenario(name: string): ScenarioScript<ScenarioName> | undefined {
  return byName.get(name);
}

/** For names that come from people. */
export function isScenarioName(name: string): name is ScenarioName {
  return byName.has(name);
}

/** For names that come from code. @throws RangeError for one there is not; undefined stays undefined */
export function requireScenario(name: ScenarioName | undefined): ScenarioScript<ScenarioName> | undefined {
  if (name !== undefined && !byName.has(name)) {
    throw new RangeError(`There is no scenario called ${JSON.stringify(name)}`);
  }
  return name === undefined ? undefined : byName.get(name);
}
