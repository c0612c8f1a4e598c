import { defineScenario } from './scenario-script.ts';

export const errorsAsStrings = defineScenario({
  name: 'errors-as-strings',
  summary: 'A create is refused with 400, its errors a list of sentences.',
  basis: 'choice',
  concerns: 'create',
  answer: () =>
    Response.json({ errors: ['This value is not a valid email address.', null, 7] }, { status: 400 }),
});
