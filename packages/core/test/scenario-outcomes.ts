import type { ScenarioName } from '@helpcrunch-customer-kit/sandbox';

/** What is sent in every scenario: something for each of them to refuse, drop or change. */
export const ada = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  userId: 'user-1843',
  company: 'Analytical Engines Ltd',
  firstSeen: '1603885746',
  tags: [{ name: 'vip', color: 'red' }],
  customData: { plan: 'pro', since: '1603885746' },
};

const created = { outcome: 'created', customerExists: 'yes', confirmedBy: 'answer' };
const asSent = { ...created, dropped: [], changed: [] };
const unreadable = (reason: string) => ({ ...asSent, unreadable: reason });
const rejected = (status: number, ...issues: object[]) => ({
  outcome: 'rejected',
  customerExists: 'no',
  status,
  issues,
});
const refused = (path: string) => ({ code: 'refused', severity: 'error', path });
const unknown = (reason: string, more: object = {}) => ({
  outcome: 'unknown',
  customerExists: 'unknown',
  reason,
  ...more,
});

const silent: readonly ScenarioName[] = ['slow', 'created-then-timeout'];

/** Milliseconds to wait for an answer: no longer than needed where none comes, and long on a busy machine elsewhere. */
export function answerTimeoutIn(scenario: ScenarioName): number {
  return silent.includes(scenario) ? 50 : 30_000;
}

/** What becomes of a create in each scenario of the sandbox; one without a line here does not compile. */
export const scenarioOutcomes: Readonly<Record<ScenarioName, object>> = {
  'bad-key': { outcome: 'unauthorized', customerExists: 'no', reason: 'key-refused' },
  forbidden: { outcome: 'unauthorized', customerExists: 'no', reason: 'forbidden' },
  'old-errors': asSent,
  'field-rejected': rejected(
    400,
    { ...refused('/email'), message: 'This value is not a valid email address.', apiCode: 'email' },
    refused('/tags/0/name'),
    { ...refused('/customData/plan'), apiCode: 'customData[0].property' },
    { ...refused('/customData/plan'), apiCode: 'customData[0].value' },
  ),
  'user-id-taken': {
    outcome: 'user-id-taken',
    customerExists: 'no',
    noticed: 'by-refusal',
    holder: { id: 1, userId: 'user-1843' },
    issues: [],
  },
  'user-id-refused': rejected(400, { ...refused('/userId'), apiCode: 'invalid_userId_value' }),
  'rate-limited': { outcome: 'rate-limited', customerExists: 'no', retryAfter: undefined },
  'rate-limited-retry-after': { outcome: 'rate-limited', customerExists: 'no', retryAfter: 2 },
  'html-502': unknown('server-error', { status: 502 }),
  'server-error': unknown('server-error', { status: 500 }),
  'request-timeout': unknown('request-timeout', { status: 408 }),
  unprocessable: { outcome: 'rejected', customerExists: 'no', status: 422 },
  'not-found-html': rejected(404),
  redirect: unknown('redirect', { status: 307 }),
  slow: unknown('answer-timeout'),
  'closed-before-answer': unknown('connection-lost'),
  'closed-mid-body': unreadable('cut-off'),
  'created-then-lost': unknown('connection-lost'),
  'created-then-html-502': unknown('server-error', { status: 502 }),
  'created-then-timeout': unknown('answer-timeout'),
  'empty-created': unreadable('empty'),
  'html-created': unreadable('html'),
  'oversized-body': unreadable('too-large'),
  'truncated-json': unreadable('not-json'),
  'ok-instead-of-created': unknown('unexpected-status', { status: 200 }),
  'no-content': unknown('unexpected-status', { status: 204 }),
  'attributes-dropped': { ...created, dropped: ['/customData/plan', '/customData/since'], changed: [] },
  'strings-changed': {
    ...created,
    dropped: [],
    changed: [
      { path: '/name', sent: 'Ada Lovelace', got: 'ADA LOVELACE' },
      { path: '/company', sent: 'Analytical Engines Ltd', got: 'ANALYTICAL ENGINES LTD' },
    ],
  },
  'empty-map-as-list': asSent,
  'list-custom-data': asSent,
  'old-dates': asSent,
  'numeric-dates': asSent,
  'fractional-dates': asSent,
  'sparse-answer': asSent,
  'no-match-is-404': asSent,
  'no-match-is-errors': asSent,
  'search-fails': asSent,
  'slow-search': asSent,
  'lagging-search': asSent,
  'errors-as-object': { outcome: 'rejected', customerExists: 'no', status: 400 },
  'errors-as-strings': { outcome: 'rejected', customerExists: 'no', status: 400 },
  'errors-missing': rejected(400, { ...refused(''), message: 'Bad Request', apiCode: undefined }),
  'errors-null': rejected(400),
};
