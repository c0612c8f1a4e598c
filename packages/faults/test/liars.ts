import { core } from '../src/drivers/core.ts';
import type { Attempt, Driver } from '../src/drivers/driver.ts';

/** Drivers that break one promise each, and are honest in everything else. */
function lying(lie: (attempt: Attempt) => Partial<Attempt>): Driver {
  return async (context) => {
    const honest = await core(context);
    const [first, ...others] = honest.attempts;
    const last = others.at(-1);
    // The lie is about the last attempt: the others are the past.
    if (!last) return { ...honest, attempts: [{ ...first, ...lie(first) }] };
    return { ...honest, attempts: [first, ...others.slice(0, -1), { ...last, ...lie(last) }] };
  };
}

export const sayingYes = lying(() => ({ first: 'yes', last: 'yes' }));
export const sayingNo = lying(() => ({ first: 'no', last: 'no' }));
export const neverSure = lying(() => ({ first: 'unknown', last: 'unknown' }));
export const namingSomebody = lying(() => ({ first: 'yes', last: 'yes', id: '4711', check: 'found' }));
export const blamingTheKey = lying(() => ({ outcome: 'unauthorized' }));
export const inventingDifferences = lying(() => ({ differences: 5 }));
/** Sends when asked, but was not told what about. */
export const askingWithoutReason = lying(({ consent }) => (consent ? { consent: 'plain' } : {}));
export const askingNobody = lying(() => ({ consent: undefined }));

export const losingDrafts: Driver = async (context) => ({
  ...(await core(context)),
  draft: { committed: context.draft, kept: undefined },
});

/** Does not know what came of it, and keeps nothing to come back to. */
export const losingDraftsInDoubt: Driver = async (context) => {
  const report = await losingDrafts(context);
  const [first] = report.attempts;
  return { ...report, attempts: [{ ...first, last: 'unknown' }] };
};

/** Sends again by itself, without a ledger, when it does not know. */
export const resending: Driver = async (context) => {
  const report = await core(context);
  if (report.attempts[0].first === 'unknown') await core(context);
  return report;
};

/** Waits for as long as it likes after 429. */
export const waiting =
  (...pauses: readonly number[]): Driver =>
  async (context) => ({ ...(await core(context)), pauses });

export const showingKey =
  (write: (key: string) => string): Driver =>
  async (context) => ({
    ...(await core(context)),
    artifacts: [{ name: 'a log', text: `x ${write(context.key)} y` }],
  });

/** Follows a redirect, and takes the key along. */
export const following: Driver = async ({ backend, key, draft }) => {
  const before = backend.truth();
  const init = {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(draft),
  };
  const first = await fetch(`${backend.baseUrl}/customers`, { ...init, redirect: 'manual' });
  await fetch(first.headers.get('location') ?? '', init);
  const attempt = {
    first: 'unknown',
    last: 'unknown',
    outcome: 'followed',
    consent: 'plain',
    before,
  } as const;
  return { attempts: [attempt], broken: [], artifacts: [] };
};

export const hanging: Driver = () => Promise.reject(new Error('it broke'));
