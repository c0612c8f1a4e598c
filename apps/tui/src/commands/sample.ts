import { sharedFlags } from '../command-line/flags.ts';
import type { CommandEnd } from './command.ts';
import { reportingCommand } from './reporting-command.ts';

const maxCount = 100_000;
const formats = ['csv', 'json', 'jsonl'] as const;
const group = 'The customers';

/** Prints customers for tests: made-up names, addresses at example.com, the same for the same seed. */
export const sample = reportingCommand({
  name: 'sample',
  flags: [
    { name: 'count', kind: 'text', group, value: 'N', help: 'How many customers. Default: 30.' },
    {
      name: 'seed',
      kind: 'text',
      group,
      value: 'N',
      help: 'The same seed gives the same customers. Default: 1.',
    },
    { name: 'format', kind: 'text', group, value: formats.join('|'), help: 'Default: csv.' },
    sharedFlags.json,
    sharedFlags.help,
  ],
  outcomes: ['done', 'invalid'],
  properties: { customers: { type: 'array', items: { type: 'object' } } },
  check({ values }) {
    const { format = 'csv', count = '30', seed = '1' } = values;
    if (!formats.some((known) => known === format))
      return `--format takes ${formats.join(', ')}; "${String(format)}" is none of them.`;
    if (!isNumber(count, maxCount)) return `--count takes a whole number from 1 to ${maxCount}.`;
    return isNumber(seed, 2 ** 31) ? undefined : '--seed takes a whole number from 1 on.';
  },
  async run({ values }): Promise<CommandEnd> {
    const customers = sampleCustomers(Number(values['count'] ?? 30), Number(values['seed'] ?? 1));
    if (values['json'] === true) return { outcome: 'done', data: { customers } };
    return { outcome: 'done', lines: linesOf(customers, String(values['format'] ?? 'csv')) };
  },
});

function isNumber(value: unknown, max: number): boolean {
  const number = Number(value);
  return Number.isInteger(number) && number >= 1 && number <= max;
}

interface SampleCustomer {
  readonly name: string;
  readonly email: string;
  readonly userId: string;
  readonly company: string;
  readonly tags: readonly { readonly name: string }[];
  readonly customData: { readonly plan: string };
}

const firstNames = [
  'Ada',
  'Björn',
  'Chloé',
  'Dmytro',
  'Elif',
  'Farid',
  'Grażyna',
  'Hiro',
  'Inés',
  'Jan',
  'Олена',
  'Zoë',
];
const lastNames = [
  'Lovelace',
  "O'Neill",
  'Müller',
  'Кравченко',
  'Nowak',
  'Smith',
  'García',
  'Sato',
  'van Dijk',
  'Öztürk',
];
const companies = ['Engines, Ltd.', 'Müller & Co.', 'Blue "Bird" Inc.', 'Acme', 'Нова Пошта', 'Café Central'];
const tags = ['vip', 'trial', 'newsletter', 'partner'];
const plans = ['free', 'starter', 'pro'];

function sampleCustomers(count: number, seed: number): readonly SampleCustomer[] {
  const random = numbers(seed);
  const pick = (items: readonly string[]) => items[Math.floor(random() * items.length)] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const name = `${pick(firstNames)} ${pick(lastNames)}`;
    const id = `sample-${seed}-${index + 1}`;
    return {
      name,
      email: `${id}@example.com`,
      userId: id,
      company: pick(companies),
      tags: [{ name: 'sample' }, { name: pick(tags) }],
      customData: { plan: pick(plans) },
    };
  });
}

/** Numbers from 0 to below 1: mulberry32. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function linesOf(customers: readonly SampleCustomer[], format: string): readonly string[] {
  if (format === 'jsonl') return customers.map((customer) => JSON.stringify(customer));
  if (format === 'json') return JSON.stringify(customers, null, 2).split('\n');
  const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [
    'name,email,userId,company,tags,customData.plan',
    ...customers.map(({ name, email, userId, company, tags: its, customData }) =>
      [name, email, userId, company, its.map((tag) => tag.name).join('|'), customData.plan]
        .map(cell)
        .join(','),
    ),
  ];
}
