import { type CustomerFieldRow, customerFields } from '@helpcrunch-customer-kit/core';

/** The questions of the wizard, from core's table and in its order. */
export const steps: readonly CustomerFieldRow[] = customerFields;

export function stepIndex(key: string): number {
  return steps.findIndex((step) => step.key === key);
}
