import { defineScenario } from './scenario-script.ts';

export const errorsAsObject = defineScenario({
  name: 'errors-as-object',
  summary: 'A create is refused with 400, its errors a map of fields to sentences.',
  basis: 'choice',
  concerns: 'create',
  answer: () =>
    Response.json({ errors: { email: ['This value is not a valid email address.'] } }, { status: 400 }),
});
