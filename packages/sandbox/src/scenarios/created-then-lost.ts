import { ConnectionLost } from '../faults/connection-lost.ts';
import { onceCreated } from './once-created.ts';
import { defineScenario } from './scenario-script.ts';

export const createdThenLost = defineScenario({
  name: 'created-then-lost',
  summary: 'Creates, then the connection is closed without an answer.',
  basis: 'choice',
  concerns: 'create',
  answer: (exchange) =>
    onceCreated(exchange, () => {
      throw new ConnectionLost('before the answer');
    }),
});
