import { defineScenario } from './scenario-script.ts';

export const errorsNull = defineScenario({
  name: 'errors-null',
  summary: 'A create is refused with 400, and its errors are null.',
  basis: 'choice',
  concerns: 'create',
  answer: () => Response.json({ errors: null }, { status: 400 }),
});
