import { defineScenario } from './scenario-script.ts';

export const redirect = defineScenario({
  name: 'redirect',
  summary: 'A create is redirected (307) to another path, where nothing is; nothing is created.',
  basis: 'choice',
  concerns: 'create',
  answer: () => new Response(null, { status: 307, headers: { location: '/v1/moved/customers' } }),
});
