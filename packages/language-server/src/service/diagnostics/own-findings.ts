import type { Finding } from './finding.ts';

/** `all` where no JSON server stands beside this one: syntax and duplicate keys are ours then, too. */
export type Scope = 'all' | 'beyond-schema';

/** What an editor's own JSON server says already. */
const saidByJsonServer: ReadonlySet<string> = new Set(['not-json', 'duplicate-key']);

/** The findings that are ours to show, so that none is shown twice. */
export function ownFindings(findings: readonly Finding[], scope: Scope): readonly Finding[] {
  return scope === 'all' ? findings : findings.filter(({ issue }) => !saidByJsonServer.has(issue.code));
}
