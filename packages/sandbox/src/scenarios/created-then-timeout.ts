import { waitForever } from '../faults/wait.ts';
import { onceCreated } from './once-created.ts';
import { defineScenario } from './scenario-script.ts';

export const createdThenTimeout = defineScenario({
  name: 'created-then-timeout',
  summary: 'Creates, and never answers.',
  basis: 'choice',
  concerns: 'create',
  answer: (exchange) => onceCreated(exchange, () => waitForever(exchange.signal)),
});
