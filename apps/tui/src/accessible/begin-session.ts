import type { ReadCustomer } from '@helpcrunch-customer-kit/core';
import type { DraftList, SavedDraft } from '../drafts/draft-store.ts';
import { draftTitle, noDraft, unknownDraftAdvice } from '../drafts/draft-words.ts';
import { stepsFilledIn } from '../wizard/filled-in.ts';
import { steps } from '../wizard/steps.ts';
import type { Conversation } from './conversation.ts';
import { issueLine } from './field-issues.ts';
import type { Session } from './session.ts';

export interface Beginning {
  readonly session: Session;
  readonly draft: SavedDraft | undefined;
}

/** Nothing entered but what a file or flags have filled in. */
export function freshSession(customer: ReadCustomer): Session {
  const { draft } = customer;
  return {
    account: undefined,
    meant: undefined,
    draft,
    furthest: stepsFilledIn(customer),
    refusals: [],
    lookUp: undefined,
    outcome: undefined,
    isSending: false,
  };
}

/** Begins with a draft that was left behind, where that is wanted; `undefined` when the input has ended. */
export async function beginSession(
  fresh: Session,
  { drafts, notes }: DraftList,
  talk: Conversation,
  wanted: { readonly resume: boolean; readonly issues: ReadCustomer['issues'] },
): Promise<Beginning | undefined> {
  talk.say(...notes, ...wanted.issues.map(issueLine));
  if (wanted.resume) {
    const [newest] = drafts;
    if (!newest) talk.say(noDraft);
    return resumed(fresh, newest, talk);
  }
  if (drafts.length === 0 || Object.keys(fresh.draft).length > 0) return { session: fresh, draft: undefined };
  const offered = drafts.slice(0, 3);
  talk.say('', 'Go on with a draft? It stays until its customer is created; --forget deletes all.');
  const titles = offered.map((draft) => draftTitle(draft, Date.now()));
  const choice = await talk.choose([...titles, 'Start a new customer'], 0);
  if (choice.kind !== 'chosen') return undefined;
  return resumed(fresh, offered[choice.index], talk);
}

function resumed(fresh: Session, draft: SavedDraft | undefined, talk: Conversation): Beginning {
  if (!draft) return { session: fresh, draft };
  if (draft.isUnknown) talk.say(`Advice: ${unknownDraftAdvice}`);
  const session: Session = {
    ...fresh,
    meant: draft.account,
    // What was given besides goes before what was kept.
    draft: { ...draft.draft, ...fresh.draft },
    furthest: Math.min(draft.furthest, steps.length - 1),
  };
  return { session, draft };
}
