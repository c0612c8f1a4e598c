import { refuse } from '../answers/refusal.ts';
import { defineScenario } from './scenario-script.ts';

export const forbidden = defineScenario({
  name: 'forbidden',
  summary: 'Every request is refused with 403.',
  basis: 'choice',
  concerns: 'everything',
  answer: () => refuse(403, [{ code: 'forbidden', message: 'Forbidden' }]),
});
