import { customerFields } from '../../src/customer/fields.ts';
import { outcomeTraits } from '../../src/report/outcome-traits.ts';

const text = { type: 'string' } as const;
const pointer = { type: 'string', description: 'JSON Pointer into the customer as it was written.' } as const;

/** JSON Schema of the object that `--json` prints for a create: `CreateResult`. */
export function resultSchema() {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'helpcrunch://schemas/create-result.json',
    title: 'Result of creating a HelpCrunch customer',
    type: 'object',
    required: [
      'schemaVersion',
      'command',
      'outcome',
      'retryable',
      'customerExists',
      'account',
      'issues',
      'next',
    ],
    additionalProperties: false,
    properties: {
      schemaVersion: { const: 1 },
      command: { const: 'create' },
      outcome: { enum: Object.keys(outcomeTraits) },
      retryable: {
        type: 'boolean',
        description: 'True when nothing was created and sending the same again later is safe.',
      },
      retryAfterSeconds: { type: 'number', minimum: 1 },
      customerExists: {
        enum: ['yes', 'no', 'unknown'],
        description: 'Whether this create made a customer.',
      },
      account: { enum: ['sandbox', 'live'] },
      customer: { type: 'object', description: "HelpCrunch's answer, as it came." },
      request: {
        type: 'object',
        description: 'The body that was, or would be, sent.',
        properties: Object.fromEntries(customerFields.map(({ key, label }) => [key, { description: label }])),
        additionalProperties: false,
      },
      issues: {
        type: 'array',
        items: {
          type: 'object',
          required: ['code', 'path', 'severity', 'message'],
          additionalProperties: false,
          properties: {
            code: text,
            path: pointer,
            severity: { enum: ['error', 'advice'] },
            message: text,
          },
        },
      },
      dropped: { type: 'array', items: pointer, description: 'What was sent and is not in the answer.' },
      changed: {
        type: 'array',
        description: 'What came back different from what was sent.',
        items: {
          type: 'object',
          required: ['path', 'sent', 'got'],
          additionalProperties: false,
          properties: { path: pointer, sent: {}, got: {} },
        },
      },
      ledgerId: { type: 'string', description: 'The entry in the ledger of this machine.' },
      next: { type: 'array', items: text, description: 'What to do next, a sentence each.' },
    },
  } as const;
}
