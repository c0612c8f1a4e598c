import { htmlPage } from '../answers/html-page.ts';
import { defineScenario } from './scenario-script.ts';

export const notFoundHtml = defineScenario({
  name: 'not-found-html',
  summary: 'Everything is a 404 in HTML, as from a wrong address.',
  basis: 'choice',
  concerns: 'everything',
  answer: () => htmlPage(404, '404 Not Found'),
});
