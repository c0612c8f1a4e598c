import { customerFields, rules } from '@helpcrunch-customer-kit/core';
import { z } from 'zod';
import type { Tool } from './tool.ts';

const input = z.strictObject({});
const output = z.object({
  fields: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      kind: z.string(),
      help: z.string(),
      example: z.unknown(),
      facts: z.array(z.object({ text: z.string(), certainty: z.string() })),
    }),
  ),
  rules: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'advice']),
      title: z.string(),
      why: z.string(),
      example: z.string().optional(),
    }),
  ),
  examples: z.array(z.record(z.string(), z.unknown())),
});

/** The fields, rules and examples of a customer, from the tables that everything else goes by. */
export const describeCustomer: Tool<typeof input, typeof output> = {
  name: 'describe_customer',
  title: 'Describe a customer',
  description:
    'Returns the fields of a HelpCrunch customer, the rules for their values, and examples. Nothing leaves this machine.',
  annotations: { readOnlyHint: true, openWorldHint: false },
  input,
  output,
  async run() {
    const fields = customerFields.map(({ key, label, kind, help, example, facts }) => ({
      key,
      label,
      kind,
      help,
      example,
      facts: [...facts],
    }));
    const examples = [
      Object.fromEntries(
        customerFields.filter(({ isIdentity }) => isIdentity).map(({ key, example }) => [key, example]),
      ),
      Object.fromEntries(customerFields.map(({ key, example }) => [key, example])),
    ];
    const described = rules.map(({ code, severity, title, why, example }) => ({
      code,
      severity,
      title,
      why,
      ...(example === undefined ? {} : { example }),
    }));
    return {
      data: { fields, rules: described, examples },
      sentence: `A customer has ${fields.length} fields (${fields.map(({ key }) => key).join(', ')}), and none is required.`,
      next: ['Call validate_customers with your customers, or plan_customers to create them.'],
    };
  },
};
