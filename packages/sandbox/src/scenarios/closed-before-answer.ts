import { ConnectionLost } from '../faults/connection-lost.ts';
import { defineScenario } from './scenario-script.ts';

export const closedBeforeAnswer = defineScenario({
  name: 'closed-before-answer',
  summary: 'The connection is closed without an answer; nothing is created.',
  basis: 'choice',
  concerns: 'create',
  answer() {
    throw new ConnectionLost('before the answer');
  },
});
