import { cutBody } from '../faults/cut-body.ts';
import { onceCreated } from './once-created.ts';
import { defineScenario } from './scenario-script.ts';

export const closedMidBody = defineScenario({
  name: 'closed-mid-body',
  summary: 'Creates, and the connection breaks within the body of the 201.',
  basis: 'choice',
  concerns: 'create',
  answer: (exchange) => onceCreated(exchange, cutBody),
});
