import type { OutcomeName } from '@helpcrunch-customer-kit/core';
import type { Tone } from './panel-view.ts';

/** The panel's heading for each outcome, and how it is to be taken. */
export const outcomeTitles: Readonly<Record<OutcomeName, { readonly title: string; readonly tone: Tone }>> = {
  created: { title: 'Created', tone: 'good' },
  invalid: { title: 'Not sent', tone: 'bad' },
  rejected: { title: 'Refused', tone: 'bad' },
  'user-id-taken': { title: 'userId taken', tone: 'bad' },
  unauthorized: { title: 'Not allowed', tone: 'bad' },
  'rate-limited': { title: 'Too many requests', tone: 'bad' },
  'not-sent': { title: 'Not sent', tone: 'bad' },
  unknown: { title: 'Unknown', tone: 'unsure' },
  'dry-run': { title: 'Dry run', tone: 'unsure' },
  cancelled: { title: 'Cancelled', tone: 'bad' },
};
