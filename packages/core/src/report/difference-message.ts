import type { AnswerComparison } from '../create/compare.ts';
import type { CreateCustomerPayload } from '../customer/draft.ts';
import { oneLine } from '../customer/format.ts';
import type { JsonValue } from '../customer/json.ts';
import { placeName } from './place-name.ts';

/** What HelpCrunch dropped or changed, one sentence each. */
export function differenceMessages(
  { dropped, changed }: AnswerComparison,
  payload: CreateCustomerPayload,
): string[] {
  return [
    ...dropped.map((path) => `${placeName(path, payload)} was sent, but is not in the answer.`),
    ...changed.map(
      ({ path, sent, got }) =>
        `${placeName(path, payload)} was sent as ${shown(sent)}, but came back as ${shown(got)}.`,
    ),
  ];
}

function shown(value: JsonValue): string {
  return oneLine(JSON.stringify(value), 200);
}
