import { onceCreated } from './once-created.ts';
import { defineScenario } from './scenario-script.ts';

export const truncatedJson = defineScenario({
  name: 'truncated-json',
  summary: 'Creates, and answers 201 with half of the JSON, complete as HTTP.',
  basis: 'choice',
  concerns: 'create',
  answer: (exchange) =>
    onceCreated(exchange, async (created) => {
      const text = await created.text();
      return new Response(text.slice(0, text.length / 2), created);
    }),
});
