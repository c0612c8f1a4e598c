import {
  differenceMessages,
  type JsonObject,
  type Outcome,
  outcomeMessage,
  outcomeTraits,
  placeName,
} from '@helpcrunch-customer-kit/core';
import { placeOf } from '../accounts/accounts.ts';
import { type Attempt, type Run, runMessage, waitOver } from '../attempts/attempt.ts';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import { fileName } from '../editor/documents.ts';
import { issuesOf, type OutcomeIssue, openPosition } from '../feedback/outcome-issues.ts';
import { customerRows } from './customer-rows.ts';
import { panelButtons } from './panel-buttons.ts';
import { panelMessages, sentRequest } from './panel-messages.ts';
import type { PanelEntry, PanelProblem, PanelRow, PanelRun, PanelRunEntry, PanelView } from './panel-view.ts';

/** What the panel shows now; `undefined` before the first attempt. */
export function currentView(
  attempts: AttemptStore,
  { isBrowser, isSimulating }: { readonly isBrowser: boolean; readonly isSimulating: boolean },
): PanelView | undefined {
  const { run, shown, wait } = attempts;
  if (!run || !shown) return undefined;
  const { attempt, source } = shown;
  return toPanelView(attempt, {
    positionOf: (issue) => source && openPosition(issue, source),
    hasSource: attempt.uri !== undefined,
    hints: hints(attempt, isBrowser),
    isSimulating,
    wait: wait?.attempt === attempt ? wait : undefined,
    now: Date.now(),
    run,
  });
}

/** Next steps that only apply in a browser. */
function hints({ account, outcome }: Attempt, isBrowser: boolean): string[] {
  const isLost = outcome.outcome === 'unknown' && outcome.reason === 'connection-lost';
  return isBrowser && isLost && account.kind === 'live'
    ? ['HelpCrunch may not accept requests from a browser. Use VS Code on a desktop or a remote machine.']
    : [];
}

export interface ViewContext {
  /** It came from a document. */
  readonly hasSource: boolean;
  /** Where an issue is in its document now. */
  readonly positionOf: (issue: OutcomeIssue) => string | undefined;
  /** More next steps. */
  readonly hints: readonly string[];
  /** The sandbox simulates a failure now. */
  readonly isSimulating: boolean;
  /** The customer is sent again automatically after this wait. */
  readonly wait: { readonly until: number } | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly run: Run;
}

/** An attempt as the panel shows it, with the run that it belongs to. */
export function toPanelView(attempt: Attempt, context: ViewContext): PanelView {
  return { run: toPanelRun(context.run), entry: toPanelEntry(attempt, context) };
}

function toPanelRun(run: Run): PanelRun | undefined {
  const { entries, shown } = run;
  if (entries.length < 2) return undefined;
  const rows = entries.map(({ name, attempt, note }, index): PanelRunEntry => {
    const outcome = attempt ? headline(attempt) : { title: note ?? 'Not sent', tone: 'neutral' as const };
    return { name, ...outcome, isShown: index === shown, isTried: attempt !== undefined };
  });
  return { ...runMessage(run), entries: rows, files: (run.files ?? []).map(fileName) };
}

/** In milliseconds. Who reads the countdown clicks after its end, and agreed to this send a moment ago. */
const graceMs = 60_000;

function toPanelEntry(attempt: Attempt, context: ViewContext): PanelEntry {
  const { hasSource, hints, wait, now, run } = context;
  const { outcome, account } = attempt;
  const { name = '', unresolved } = run.entries[run.shown] ?? {};
  const { message: sentence, next } = outcomeMessage(outcome, account.kind, 'editor');
  const over = waitOver(attempt);
  const until = wait?.until ?? (over !== undefined && over + graceMs > now ? over : undefined);
  const limit = until === undefined ? undefined : wait ? 'waiting' : 'open';
  return {
    name,
    ...headline(attempt),
    status: statusBadge(attempt),
    sentence,
    place: placeOf(account),
    at: attempt.at,
    wait: until === undefined ? undefined : { until, isWaiting: wait !== undefined },
    actions: panelButtons(attempt, { unresolved, hasSource, limit, isSimulating: context.isSimulating }),
    ...issueLists(outcome, context),
    ...customerPart(attempt),
    variables: variableRows(attempt),
    differences: outcome.outcome === 'created' ? differenceMessages(outcome, outcome.request) : [],
    // The countdown replaces the sentence that names the whole wait.
    next: [
      ...(over === undefined ? next : []),
      ...(unresolved ? [unresolvedMessage(unresolved)] : []),
      ...hints,
    ],
    messages: panelMessages(attempt),
  };
}

function variableRows({ customer }: Attempt): PanelRow[] {
  return Object.entries(customer.variables?.values ?? {}).map(([name, value]) => ({
    label: `{{${name}}}`,
    texts: [value],
  }));
}

function headline({ outcome }: Attempt): Pick<PanelEntry, 'title' | 'tone'> {
  const { title, tone } = outcomeTraits[outcome.outcome];
  return { title, tone };
}

function issueLists(
  outcome: Outcome,
  { hasSource, positionOf }: ViewContext,
): Pick<PanelEntry, 'problems' | 'notes'> {
  const problems: PanelProblem[] = [];
  const notes: PanelProblem[] = [];
  for (const [index, issue] of issuesOf(outcome).entries()) {
    const { severity, message: sentence, path } = issue;
    const place = placeName(path, outcome.request);
    const list = severity === 'error' ? problems : notes;
    list.push({ index, sentence, place, position: positionOf(issue), hasSource });
  }
  return { problems, notes };
}

function customerPart(attempt: Attempt): Pick<PanelEntry, 'customerTitle' | 'fields' | 'customData'> {
  const { outcome } = attempt;
  const answered = outcome.outcome === 'created' ? outcome.customer : undefined;
  const unanswered = sentRequest(attempt) ? 'Customer, as it was sent' : 'Customer, not sent';
  // A payload is plain JSON, but its interface has no index signature.
  const customer = answered ?? ({ ...outcome.request } as JsonObject);
  return { customerTitle: answered ? 'Customer' : unanswered, ...customerRows(customer) };
}

/** The status of the exchange that decided, and which exchange that was if not the create. */
function statusBadge({ outcome, exchange }: Attempt): string | undefined {
  const status = 'status' in outcome ? outcome.status : outcome.outcome === 'rate-limited' ? 429 : undefined;
  if ('step' in outcome && outcome.step === 'duplicate-check') return `Duplicate check: ${status}`;
  if (outcome.outcome === 'user-id-taken' && outcome.noticed === 'before-sending') return 'Duplicate check';
  if (outcome.outcome === 'created' && outcome.confirmedBy === 'lookup') return 'Found by lookup';
  const shown = exchange?.status ?? status;
  return shown === undefined ? undefined : String(shown);
}

function unresolvedMessage({ outcome, account, at }: Attempt): string {
  const sentAt = outcome.outcome === 'unknown' ? outcome.attempt.sentAt : at;
  const when = new Date(sentAt).toISOString().slice(0, 19).replace('T', ' ');
  return `Earlier attempt (${when} UTC): ${outcomeMessage(outcome, account.kind, 'editor').message}`;
}
