import { htmlPage } from '../answers/html-page.ts';
import { onceCreated } from './once-created.ts';
import { defineScenario } from './scenario-script.ts';

export const htmlCreated = defineScenario({
  name: 'html-created',
  summary: 'Creates, and answers 201 with an HTML page.',
  basis: 'choice',
  concerns: 'create',
  answer: (exchange) => onceCreated(exchange, () => htmlPage(201, 'Created')),
});
