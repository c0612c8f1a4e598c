import type { LookupFailure } from '../src/api/search.ts';
import type { CannotTellReason, UnresolvedLookup } from '../src/create/lookup.ts';
import type { Created, Outcome } from '../src/create/outcome.ts';
import type { Reason } from '../src/create/question.ts';

// At least one outcome, question, and lookup of each kind, for tests and for `pnpm messages`.

const request = { name: 'Ada' };
export const no = { customerExists: 'no', issues: [], request } as const;
export const unknown = {
  outcome: 'unknown',
  customerExists: 'unknown',
  issues: [],
  request,
  attempt: { request, sentAt: 0, before: undefined },
} as const;
export const created: Created = {
  outcome: 'created',
  customerExists: 'yes',
  issues: [],
  request,
  confirmedBy: 'answer',
  customer: { id: 7, name: 'Ada' },
  dropped: [],
  changed: [],
};
const error = { code: 'empty-customer', severity: 'error', path: '' } as const;
const advice = { code: 'no-identity', severity: 'advice', path: '' } as const;
const holder = { id: 4, name: 'Grace Hopper' };

export const outcomes: readonly [Outcome, string][] = [
  [created, 'The customer was created in HelpCrunch. Its ID is 7.'],
  [
    { ...created, confirmedBy: 'lookup' },
    'The customer was created in HelpCrunch: a lookup found it. Its ID is 7.',
  ],
  [{ ...created, customer: {} }, 'The customer was created in HelpCrunch.'],
  [{ ...no, outcome: 'invalid', issues: [error, advice] }, 'Not sent: fix 1 error first.'],
  [
    { ...no, outcome: 'rejected', status: 400 },
    'HelpCrunch refused the customer (400). No customer was created.',
  ],
  [
    { ...no, outcome: 'user-id-taken', noticed: 'before-sending', holder },
    'Nothing was sent: the user ID belongs to "Grace Hopper" (ID 4).',
  ],
  [
    { ...no, outcome: 'user-id-taken', noticed: 'by-refusal', holder: {} },
    'No customer was created: the user ID belongs to a customer without a name.',
  ],
  [
    { ...no, outcome: 'unauthorized', reason: 'key-refused' },
    'HelpCrunch did not accept the API key (401). No customer was created.',
  ],
  [
    { ...no, outcome: 'unauthorized', reason: 'forbidden' },
    'The API key may not create customers (403). No customer was created.',
  ],
  [{ ...no, outcome: 'unauthorized', reason: 'no-key' }, 'Not sent: the API key is missing or unusable.'],
  [
    { ...no, outcome: 'rate-limited', step: 'create', retryAfter: undefined },
    'HelpCrunch is rate limiting requests (429). No customer was created.',
  ],
  [
    { ...no, outcome: 'blocked', step: 'create', status: 403 },
    'Something between here and HelpCrunch blocked the request (403), such as a firewall or a proxy. No customer was created.',
  ],
  [
    {
      ...no,
      outcome: 'needs-confirmation',
      question: {
        account: { kind: 'live', label: 'main', host: 'api.helpcrunch.com' },
        request,
        issues: [],
        reasons: [{ kind: 'in-flight' }],
        mayDuplicate: true,
      },
    },
    'Nothing was sent: this needs your confirmation. This customer is already being sent. It is sent once.',
  ],
  [
    { ...no, outcome: 'user-id-taken', noticed: 'before-sending', holder, createdBy: 'entry-1' },
    'Nothing was sent: this customer was already created from here, as "Grace Hopper" (ID 4).',
  ],
  [{ ...no, outcome: 'not-sent', reason: 'host-not-found' }, 'Nothing was sent. The host was not found.'],
  [
    { ...unknown, reason: 'cancelled' },
    'The customer may have been created: you canceled after the request had begun.',
  ],
  [{ ...unknown, reason: 'answer-timeout' }, 'The customer may have been created: no answer came in time.'],
  [{ ...no, outcome: 'dry-run' }, 'Nothing was sent: this was a dry run.'],
  [{ ...no, outcome: 'cancelled' }, 'Canceled: nothing was sent.'],
];

const failure: LookupFailure = { kind: 'refused', status: 429, retryAfter: 5, byHelpCrunch: true };

/** One reason of each kind to ask before a create. */
export const reasons: { readonly [Kind in Reason['kind']]: Extract<Reason, { kind: Kind }> } = {
  'email-used': { kind: 'email-used', customers: [holder], isComplete: true },
  'sent-before': { kind: 'sent-before', ledgerId: 'entry-1', secondsAgo: 20, customerId: '7' },
  'refused-before': { kind: 'refused-before', ledgerId: 'entry-1', secondsAgo: 20 },
  unresolved: {
    kind: 'unresolved',
    ledgerId: 'entry-1',
    secondsAgo: 3600,
    same: 'email',
    lookup: undefined,
    isSafeToResend: false,
  },
  'not-checked': { kind: 'not-checked', failure },
  'in-flight': { kind: 'in-flight' },
  'key-reused': { kind: 'key-reused', ledgerId: 'entry-1' },
  'ledger-not-writable': { kind: 'ledger-not-writable', message: 'The disk is full.' },
};

const cannotTell: { readonly [Why in CannotTellReason]: true } = {
  'nothing-to-search-by': true,
  'no-earlier-check': true,
  'too-many-matches': true,
  differs: true,
  'several-match': true,
  'too-late': true,
  'seen-before': true,
  refused: true,
};

/** Every lookup that does not settle whether the customer was created. */
export const lookups: readonly UnresolvedLookup[] = [
  { kind: 'not-seen', secondsAgo: 5 },
  ...Object.keys(cannotTell).map(
    (reason): UnresolvedLookup => ({
      kind: 'cannot-tell',
      reason: reason as CannotTellReason,
      candidates: [holder],
    }),
  ),
  { kind: 'lookup-failed', failure },
];
