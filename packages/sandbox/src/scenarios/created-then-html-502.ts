import { htmlPage } from '../answers/html-page.ts';
import { onceCreated } from './once-created.ts';
import { defineScenario } from './scenario-script.ts';

export const createdThenHtml502 = defineScenario({
  name: 'created-then-html-502',
  summary: 'Creates, then a proxy answers with an HTML 502.',
  basis: 'choice',
  concerns: 'create',
  answer: (exchange) => onceCreated(exchange, () => htmlPage(502, '502 Bad Gateway')),
});
