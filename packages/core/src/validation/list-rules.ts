import { duplicateEmail } from './list-rules/duplicate-email.ts';
import { duplicateUserId } from './list-rules/duplicate-user-id.ts';

/** Every rule that a list of customers is judged by, beyond those for each of them. */
export const listRules = [duplicateUserId, duplicateEmail] as const;

export type ListIssue =
  ReturnType<(typeof listRules)[number]> extends Iterable<{ readonly issue: infer Issue }> ? Issue : never;
