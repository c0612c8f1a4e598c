import { locales } from '@helpcrunch-customer-kit/core';

const text = { type: 'string' };

/**
 * As much of core's judgement as JSON Schema can say. The kit's own schema describes and judges nothing, so that no
 * finding stands twice in an editor; measured against that one, its peers would have nothing to do.
 */
export const strictSchema: Record<string, unknown> = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  additionalProperties: false,
  properties: {
    name: text,
    email: { type: 'string', format: 'email' },
    userId: text,
    company: text,
    phone: text,
    firstSeen: { type: 'string', pattern: '^\\d{1,10}$' },
    source: text,
    locale: { enum: locales.map(({ code }) => code) },
    notes: { type: 'string', maxLength: 255 },
    tags: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: { name: { type: 'string', minLength: 1 }, color: text },
      },
    },
    customData: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
  },
};
