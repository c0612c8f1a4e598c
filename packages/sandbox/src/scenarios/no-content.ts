import { onceCreated } from './once-created.ts';
import { defineScenario } from './scenario-script.ts';

export const noContent = defineScenario({
  name: 'no-content',
  summary: 'Creates, and answers 204.',
  basis: 'choice',
  concerns: 'create',
  answer: (exchange) => onceCreated(exchange, () => new Response(null, { status: 204 })),
});
