import { onceCreated } from './once-created.ts';
import { defineScenario } from './scenario-script.ts';

export const emptyCreated = defineScenario({
  name: 'empty-created',
  summary: 'Creates, and answers 201 without a body.',
  basis: 'choice',
  concerns: 'create',
  answer: (exchange) => onceCreated(exchange, () => new Response(null, { status: 201 })),
});
