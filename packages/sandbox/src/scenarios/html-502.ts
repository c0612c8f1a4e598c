import { htmlPage } from '../answers/html-page.ts';
import { defineScenario } from './scenario-script.ts';

export const html502 = defineScenario({
  name: 'html-502',
  summary: 'A proxy answers a create with an HTML 502; nothing is created.',
  basis: 'seen',
  concerns: 'create',
  answer: () => htmlPage(502, '502 Bad Gateway'),
});
