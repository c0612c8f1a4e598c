import { refuse } from '../answers/refusal.ts';
import { ifNoMatch } from './if-no-match.ts';
import { defineScenario } from './scenario-script.ts';

export const noMatchIsErrors = defineScenario({
  name: 'no-match-is-errors',
  summary: 'A search without a match is a 200 with an errors body.',
  basis: 'seen',
  concerns: 'search',
  answer: (exchange) =>
    ifNoMatch(exchange, () => refuse(200, [{ code: 'not_found', message: 'Chat not found' }])),
});
