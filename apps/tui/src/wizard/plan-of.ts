import { type Plan, planCustomer } from '@helpcrunch-customer-kit/core';
import type { WizardState } from './wizard-state.ts';

/** What would be sent as things stand. */
export function planOf({ draft, now }: Pick<WizardState, 'draft' | 'now'>): Plan {
  return planCustomer({ draft, issues: [] }, { now });
}
