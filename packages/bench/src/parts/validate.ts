import { readCustomer, readCustomerText, validateCustomer } from '@helpcrunch-customer-kit/core';
import { Ajv } from 'ajv';
import { parseTree } from 'jsonc-parser';
import * as v from 'valibot';
import { z } from 'zod';
import { budget, type Measured, type Part, times } from '../budget.ts';
import { ours, takeRounds, toFigure } from '../results.ts';
import { fullCustomer, timed } from '../support/customers.ts';

export const validate: Part = {
  name: 'validate',
  title: 'Validating customers with all 13 fields',
  budgets: [
    budget({ figure: 'validate-values', title: '1,000 values', unit: 'ms' }, times(5, 'zod')),
    budget({ figure: 'validate-texts', title: '1,000 JSON texts', unit: 'ms' }, times(3, 'parseTree')),
  ],
  measure: () => measureValidation(60),
};

const color = /^#[\da-f]{6}$|^[a-z]+$/i;
const context = { now: Date.UTC(2026, 0, 15) };

const zodSchema = z.object({
  ...Object.fromEntries(textKeys().map((key) => [key, z.string().optional()])),
  email: z.email().optional(),
  firstSeen: z.iso.datetime().optional(),
  source: z.url().optional(),
  locale: z.string().length(2).optional(),
  notes: z.string().max(255).optional(),
  tags: z.array(z.object({ name: z.string().min(1), color: z.string().regex(color).optional() })).optional(),
  customData: z
    .array(z.object({ property: z.string().min(1), value: z.union([z.string(), z.number(), z.boolean()]) }))
    .optional(),
});

const valibotSchema = v.object({
  ...Object.fromEntries(textKeys().map((key) => [key, v.optional(v.string())])),
  email: v.optional(v.pipe(v.string(), v.email())),
  firstSeen: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  source: v.optional(v.pipe(v.string(), v.url())),
  locale: v.optional(v.pipe(v.string(), v.length(2))),
  notes: v.optional(v.pipe(v.string(), v.maxLength(255))),
  tags: v.optional(
    v.array(
      v.object({
        name: v.pipe(v.string(), v.minLength(1)),
        color: v.optional(v.pipe(v.string(), v.regex(color))),
      }),
    ),
  ),
  customData: v.optional(
    v.array(
      v.object({
        property: v.pipe(v.string(), v.minLength(1)),
        value: v.union([v.string(), v.number(), v.boolean()]),
      }),
    ),
  ),
});

const ajvSchema = {
  type: 'object',
  properties: {
    ...Object.fromEntries([...textKeys(), 'firstSeen', 'source'].map((key) => [key, { type: 'string' }])),
    email: { type: 'string', pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$' },
    locale: { type: 'string', minLength: 2, maxLength: 2 },
    notes: { type: 'string', maxLength: 255 },
    tags: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', minLength: 1 },
          color: { type: 'string', pattern: '^#[\\da-fA-F]{6}$|^[a-zA-Z]+$' },
        },
      },
    },
    customData: {
      type: 'array',
      items: {
        type: 'object',
        required: ['property', 'value'],
        properties: {
          property: { type: 'string', minLength: 1 },
          value: { type: ['string', 'number', 'boolean'] },
        },
      },
    },
  },
};

function textKeys() {
  return ['name', 'userId', 'company', 'phone', 'createdFrom', 'integrationId'];
}

/**
 * Milliseconds for 1,000 customers: as values beside three validators, which check types and formats alone, and as JSON
 * text beside the parser alone.
 */
async function measureValidation(rounds: number): Promise<Measured> {
  const customers = Array.from({ length: 1000 }, (_, index) => fullCustomer(index));
  const texts = customers.map((customer) => JSON.stringify(customer, undefined, 2));
  const isValid = new Ajv({ allowUnionTypes: true }).compile(ajvSchema);
  const all = <Item>(items: readonly Item[], check: (item: Item) => boolean) =>
    timed(() => items.every(check));
  const values = await takeRounds(
    {
      [ours]: () => all(customers, (value) => validateCustomer(readCustomer(value), context).length === 0),
      zod: () => all(customers, (value) => zodSchema.safeParse(value).success),
      valibot: () => all(customers, (value) => v.safeParse(valibotSchema, value).success),
      ajv: () => all(customers, (value) => isValid(value)),
    },
    { rounds, warmUps: 20 },
  );
  const parsed = await takeRounds(
    {
      [ours]: () => all(texts, (text) => validateCustomer(readCustomerText(text), context).length === 0),
      parseTree: () => all(texts, (text) => parseTree(text) !== undefined),
    },
    { rounds, warmUps: 20 },
  );
  return { 'validate-values': toFigure(values), 'validate-texts': toFigure(parsed) };
}
