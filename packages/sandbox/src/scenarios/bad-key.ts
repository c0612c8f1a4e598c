import { unauthorized } from '../answers/known-refusals.ts';
import { defineScenario } from './scenario-script.ts';

export const badKey = defineScenario({
  name: 'bad-key',
  summary: 'Every request is refused with 401, whatever its key.',
  basis: 'documented',
  concerns: 'everything',
  answer: unauthorized,
});
