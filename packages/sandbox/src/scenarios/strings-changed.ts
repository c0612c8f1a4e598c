import { changeBody } from './change-body.ts';
import { defineScenario } from './scenario-script.ts';

export const stringsChanged = defineScenario({
  name: 'strings-changed',
  summary: 'Creates with other text than was sent: name and company in capitals.',
  basis: 'choice',
  concerns: 'create',
  answer: ({ body, proceed }) =>
    proceed(
      changeBody(body, (customer) => ({
        ...customer,
        name: inCapitals(customer['name']),
        company: inCapitals(customer['company']),
      })),
    ),
});

function inCapitals(value: unknown): unknown {
  return typeof value === 'string' ? value.toUpperCase() : value;
}
