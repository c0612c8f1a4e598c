import { wait } from '../faults/wait.ts';
import { onceCreated } from './once-created.ts';
import { defineScenario } from './scenario-script.ts';

export const slow = defineScenario({
  name: 'slow',
  summary: 'Creates at once, but answers only after 40 seconds, or as long as the sandbox is told.',
  basis: 'choice',
  concerns: 'create',
  answer: (exchange) =>
    onceCreated(exchange, async (created) => {
      await wait(exchange.slowMilliseconds, exchange.signal);
      return created;
    }),
});
