import { defineScenario } from './scenario-script.ts';

export const errorsMissing = defineScenario({
  name: 'errors-missing',
  summary: 'A create is refused with 400, and there are no errors in the body.',
  basis: 'choice',
  concerns: 'create',
  answer: () => Response.json({ message: 'Bad Request' }, { status: 400 }),
});
