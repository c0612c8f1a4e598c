import type { SavedDraft } from '@helpcrunch-customer-kit/local';
import stringWidth from 'string-width';
import { fit, tableLines } from '../render/layout.ts';
import { printable } from '../text/printable.ts';

/**
 * Drafts as a table: who, where they are meant to go, how old, and whether the customer may exist already. Where that is
 * too wide, emails and accounts are left to `draftDetails`.
 */
export function draftRows(drafts: readonly SavedDraft[], now: number, width: number): readonly string[] {
  const cells = drafts.map(({ draft, savedAt, account, isUnknown }) => {
    const { name = '', email = '', userId = '' } = draft;
    return {
      name: fit(printable(name.trim() || userId.trim() || '–'), 24),
      more: [fit(printable(email), 28), account ?? ''],
      state: [ageText(savedAt, now), isUnknown ? '! may exist' : ''],
    };
  });
  const whole = tableLines(cells.map(({ name, more, state }) => [name, ...more, ...state]));
  if (whole.every((row) => stringWidth(row) <= width)) return whole;
  const states = tableLines(cells.map(({ state }) => state));
  const room = Math.max(8, width - 2 - Math.max(...states.map((row) => stringWidth(row))));
  return tableLines(cells.map(({ name, state }) => [fit(name, room), ...state]));
}

/** What tells one draft from another of the same name. */
export function draftDetails({ draft, account }: SavedDraft): string {
  const { email, userId } = draft;
  const count = Object.keys(draft).length;
  return [
    ...(email === undefined ? [] : [printable(email)]),
    ...(userId === undefined ? [] : [`user ID ${printable(userId)}`]),
    ...(account === undefined ? [] : [account]),
    count === 1 ? '1 field' : `${count} fields`,
  ].join(' · ');
}

/** What someone has to know before going on with a draft whose outcome was unknown. */
export const unknownDraftAdvice =
  'This customer was sent before, and may have been created: look for it before sending it again.';

/** What someone has to know whose draft another window has taken up at the same moment. */
export const takenDraftAdvice =
  'Another window goes on with this draft, too; what you change here is kept beside it.';

export const noDraft = 'No draft to resume. This is a new customer.';

/** The last line before leaving with something unsent. */
export function resumeLine(program: string): string {
  return `Your draft is kept. To go on with it: ${program} --resume`;
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

let words: Intl.RelativeTimeFormat | undefined;

/** How long ago a moment was, in the largest unit that fits; both in milliseconds since 1970. */
export function ageText(moment: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - moment) / 1000));
  const unit = units.find(([, length]) => seconds >= length);
  if (!unit) return 'just now';
  words ??= new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  return words.format(-Math.floor(seconds / unit[1]), unit[0]);
}
