import { isJsonAsked } from '../../command-line/is-json-asked.ts';

/** What `history` is asked to do. */
export type HistoryTask = { readonly takeOver: boolean } & (
  | { readonly kind: 'list' }
  | { readonly kind: 'show' | 'check'; readonly id: string }
  | { readonly kind: 'forget'; readonly ids: readonly string[] }
);

export type HistoryWords =
  | { readonly ok: true; readonly json: boolean; readonly task: HistoryTask }
  | { readonly ok: false; readonly json: boolean; readonly problem: string };

const usage = 'Write it as: history [list], history show ID, history check ID, or history forget ID…';

/** Reads what stands behind `history`. */
export function readHistoryWords(words: readonly string[]): HistoryWords {
  const json = isJsonAsked(words);
  const takeOver = words.includes('--take-over');
  const [action = 'list', ...ids] = words.filter((word) => word !== '--json' && word !== '--take-over');
  const stranger = [action, ...ids].find((word) => word.startsWith('-'));
  if (stranger !== undefined) return { ok: false, json, problem: `Unknown option ${stranger}. ${usage}` };
  const [id] = ids;
  if (action === 'list' && id === undefined) return { ok: true, json, task: { kind: 'list', takeOver } };
  if ((action === 'show' || action === 'check') && id !== undefined && ids.length === 1) {
    return { ok: true, json, task: { kind: action, id, takeOver } };
  }
  if (action === 'forget' && id !== undefined)
    return { ok: true, json, task: { kind: 'forget', ids, takeOver } };
  return { ok: false, json, problem: usage };
}
