import { userIdTaken } from '../answers/known-refusals.ts';
import { defineScenario } from './scenario-script.ts';

export const userIdRefused = defineScenario({
  name: 'user-id-refused',
  summary: 'The userId is refused as a taken one would be, but no customer has it.',
  basis: 'seen',
  concerns: 'create',
  answer: userIdTaken,
});
