import { changeBody } from './change-body.ts';
import { defineScenario } from './scenario-script.ts';

export const attributesDropped = defineScenario({
  name: 'attributes-dropped',
  summary: 'Creates without the custom data: attributes nobody registered, dropped in silence.',
  basis: 'choice',
  concerns: 'create',
  answer: ({ body, proceed }) => proceed(changeBody(body, (customer) => ({ ...customer, customData: [] }))),
});
