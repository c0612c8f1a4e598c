import { refuse } from '../answers/refusal.ts';
import { symfonyMessages } from '../reading/symfony-messages.ts';
import { defineScenario } from './scenario-script.ts';

export const unprocessable = defineScenario({
  name: 'unprocessable',
  summary: 'A create is refused with 422.',
  basis: 'choice',
  concerns: 'create',
  answer: () => refuse(422, [{ code: 'email', message: symfonyMessages.email }]),
});
