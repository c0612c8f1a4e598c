import { onceCreated } from './once-created.ts';
import { defineScenario } from './scenario-script.ts';

export const okInsteadOfCreated = defineScenario({
  name: 'ok-instead-of-created',
  summary: 'Creates, and answers 200 with the customer.',
  basis: 'choice',
  concerns: 'create',
  answer: (exchange) =>
    onceCreated(exchange, ({ body, headers }) => new Response(body, { status: 200, headers })),
});
