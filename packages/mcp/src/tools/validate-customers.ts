import { count } from '@helpcrunch-customer-kit/core';
import { z } from 'zod';
import { errorSentences, importSteps, inputProblem, readCustomers } from './read-customers.ts';
import { customerInput, issue, request } from './schemas.ts';
import type { Tool } from './tool.ts';

const maxValidated = 200;

const input = z.strictObject({ customers: z.array(customerInput).min(1).describe('One or many customers.') });
const output = z.object({
  valid: z.boolean().describe('True when no customer has an error.'),
  customers: z.array(z.object({ index: z.int(), valid: z.boolean(), request, issues: z.array(issue) })),
});

/** Says what is wrong with customers, before anything is planned. */
export const validateCustomers: Tool<typeof input, typeof output> = {
  name: 'validate_customers',
  title: 'Validate customers',
  description:
    'Checks HelpCrunch customers and returns every issue with its path and, where there is one, a value that fixes it. Nothing leaves this machine, and nothing is created.',
  annotations: { readOnlyHint: true, openWorldHint: false },
  input,
  output,
  async run({ customers }, { session: { hide } }) {
    if (customers.length > maxValidated) {
      return {
        problem: `${customers.length} customers are too many: ${maxValidated} can be validated at once.`,
        next: importSteps,
      };
    }
    const problem = inputProblem(customers);
    if (problem) return problem;
    const read = readCustomers(customers, { now: Date.now(), hide });
    const invalid = read.filter(({ isValid }) => !isValid);
    const isAll = invalid.length === 0;
    return {
      data: {
        valid: isAll,
        customers: read.map(({ index, plan, issues, isValid }) => ({
          index,
          valid: isValid,
          request: { ...plan.request },
          issues: [...issues],
        })),
      },
      sentence: isAll
        ? `${count(read.length, 'customer')}: no errors.`
        : `${invalid.length} of ${count(read.length, 'customer')} cannot be sent.`,
      next: isAll ? ['To create them, call plan_customers.'] : errorSentences(read),
    };
  },
};
