import type { BarGroup } from './bar.ts';
import { informs } from './make-bars.ts';

export const coreBars: readonly BarGroup[] = [
  {
    part: 'core',
    title: 'Core',
    intro:
      'No bar was set here; the peers show what the truth costs. ajv says whether a customer fits a schema; core reads what a person wrote, keeps the way back to every character, and names each problem with what to do about it. Here more customers a second are better. A create is one POST to the sandbox over a real socket; the apps look for duplicates first, which is two more requests.',
    bars: [
      informs('validate-values', 'Customers judged, from values', 'customers/s'),
      informs('validate-texts', 'Customers judged, from JSON text', 'customers/s'),
      informs('create', 'One create', 'ms'),
      informs('look-and-create', 'Look for duplicates, then create', 'ms'),
    ],
  },
];
