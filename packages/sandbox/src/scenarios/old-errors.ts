import { type ErrorEntry, entriesOf, isGeneral, refuseExactly } from '../answers/refusal.ts';
import { defineScenario } from './scenario-script.ts';

/** Today's specific code to the older entry. Source: documented; the words for 404 are our choice. */
const olderEntries: ReadonlyMap<string, ErrorEntry> = new Map([
  ['unauthorized', { code: 'invalid_token', message: 'Invalid token' }],
  ['not_found', { code: 'entity_not_found', message: 'Entity not found' }],
  ['too_many_requests', { code: 'too_many_requests', message: 'You have exceeded your requests limit' }],
]);

export const oldErrors = defineScenario({
  name: 'old-errors',
  summary: 'Errors have the bodies of the older generation: one specific entry, other codes.',
  basis: 'documented',
  concerns: 'everything',
  async answer({ proceed }) {
    const answer = await proceed();
    const [first] = (await entriesOf(answer)).filter((entry) => !isGeneral(entry));
    return first === undefined
      ? answer
      : refuseExactly(answer.status, [olderEntries.get(first.code) ?? first]);
  },
});
