import type { Caller, Told } from '../src/callers/caller.ts';
import { core } from '../src/callers/core.ts';

/** Callers that break one promise each, and are honest in everything else. */
type Lie = (honest: Told) => Partial<Told>;

function lying(lie: Lie): Caller {
  return async (context) => {
    const honest = await core(context);
    return { ...honest, ...lie(honest) };
  };
}

export const sayingYes = lying(() => ({ first: 'yes', last: 'yes' }));
export const sayingNo = lying(() => ({ first: 'no', last: 'no' }));
export const neverSure = lying(() => ({ first: 'unknown', last: 'unknown' }));
export const namingSomebody = lying(() => ({ first: 'yes', last: 'yes', id: '4711', check: 'found' }));
export const losingDrafts: Caller = async (context) => ({
  ...(await core(context)),
  draft: { committed: context.draft, kept: undefined },
});

/** Does not know what came of it, and keeps nothing to come back to. */
export const losingDraftsInDoubt: Caller = async (context) => ({
  ...(await losingDrafts(context)),
  last: 'unknown',
});

/** Sends again by itself when it does not know. */
export const resending: Caller = async (context) => {
  const told = await core(context);
  return told.first === 'unknown' ? core(context) : told;
};

export const showingKey =
  (write: (key: string) => string): Caller =>
  async (context) => ({
    ...(await core(context)),
    artefacts: [{ name: 'a log', text: `x ${write(context.key)} y` }],
  });

/** Goes where a redirect leads, and takes the key along. */
export const following: Caller = async (context) => {
  const { world, key, draft } = context;
  const init = {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(draft),
  };
  const first = await fetch(`${world.baseUrl}/customers`, { ...init, redirect: 'manual' });
  await fetch(first.headers.get('location') ?? '', init);
  return { first: 'unknown', last: 'unknown', outcome: 'followed', broken: [], artefacts: [] };
};

export const hanging: Caller = () => Promise.reject(new Error('it broke'));
