import { type Case, rules } from './rules.ts';

/** A promise that was broken. */
export interface Wrong {
  readonly rule: string;
  readonly how: string;
}

/** Judges a run by every rule. It knows nothing of the kit: only what was said, and what is there. */
export function judge(run: Case): Wrong[] {
  return rules.flatMap(({ name, check }) => {
    const how = check(run);
    return how === undefined ? [] : [{ rule: name, how }];
  });
}
