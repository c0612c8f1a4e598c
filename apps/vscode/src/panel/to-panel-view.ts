import {
  differenceMessages,
  type JsonObject,
  type Outcome,
  outcomeMessage,
  outcomeTraits,
  placeName,
} from '@helpcrunch-customer-kit/core';
import { type Attempt, entryToShow, type Run, waitOver } from '../attempts/attempt.ts';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import { issuesOf } from '../feedback/outcome-issues.ts';
import { createdId, customerRows, panelBody } from './panel-sections.ts';
import {
  type PanelButton,
  type PanelRow,
  type PanelRunEntry,
  type PanelView,
  sendAfterWaitLabel,
} from './panel-view.ts';

/** What the panel shows now; `undefined` before the first attempt. */
export function currentView(attempts: AttemptStore, isBrowser: boolean): PanelView | undefined {
  const { run, shown, wait } = attempts;
  if (!run || !shown) return undefined;
  const { attempt } = shown;
  return toPanelView(attempt, {
    hasSource: attempt.uri !== undefined,
    hints: hints(attempt, isBrowser),
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
  /** More next steps. */
  readonly hints: readonly string[];
  /** The customer is sent again automatically after this wait. */
  readonly wait: { readonly until: number } | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly run: Run;
}

/** An attempt as the panel shows it. */
export function toPanelView(attempt: Attempt, context: ViewContext): PanelView {
  const { hasSource, hints, wait, now, run } = context;
  const isWaiting = wait !== undefined;
  const { outcome, account } = attempt;
  const { message, next } = outcomeMessage(outcome, account.kind, 'editor');
  const { unresolved } = run.entries[run.shown] ?? {};
  const isOneOfSeveral = run.entries.length > 1;
  const over = waitOver(attempt);
  const until = wait?.until ?? (over !== undefined && over > now ? over : undefined);
  const badge = statusBadge(attempt);
  return {
    ...(isOneOfSeveral ? runHeadline(run) : { ...headline(attempt), status: badge }),
    // Among several, a sentence such as "nothing was sent" is only true of this one.
    sentence: isOneOfSeveral ? `${run.entries[run.shown]?.name}: ${message}` : message,
    // The countdown replaces the sentence that names the whole wait.
    next: [
      ...(over === undefined ? next : []),
      ...(unresolved ? [unresolvedMessage(unresolved)] : []),
      ...hints,
    ],
    wait: until === undefined ? undefined : { until, isWaiting },
    run: runEntries(run),
    problems: issuesOf(outcome).map(({ severity, message: sentence, path }) => ({
      severity,
      sentence,
      place: placeName(path, outcome.request),
      hasSource,
    })),
    differences: outcome.outcome === 'created' ? differenceMessages(outcome, outcome.request) : [],
    ...customerPart(outcome),
    about: aboutRows(attempt, isOneOfSeveral ? badge : undefined),
    bodies: [...panelBody(attempt, 'request', 'Request'), ...panelBody(attempt, 'response', 'Response')],
    actions: actions([attempt, unresolved], hasSource, until !== undefined, isWaiting),
  };
}

function headline({ outcome }: Attempt): Pick<PanelView, 'title' | 'tone'> {
  const { title, tone } = outcomeTraits[outcome.outcome];
  return { title, tone };
}

/** True for the whole run, in the tone of its worst outcome. */
function runHeadline({ entries }: Run): Pick<PanelView, 'title' | 'tone' | 'status'> {
  const created = entries.filter(({ attempt }) => attempt?.outcome.customerExists === 'yes').length;
  const worst = entries[entryToShow(entries)]?.attempt;
  const tone = worst ? headline(worst).tone : 'neutral';
  return { title: `${created} of ${entries.length} created`, tone, status: undefined };
}

function customerPart(outcome: Outcome): Pick<PanelView, 'rows' | 'rowsTitle'> {
  const answered = outcome.outcome === 'created' ? outcome.customer : undefined;
  // A payload is plain JSON, but its interface has no index signature.
  const customer = answered ?? ({ ...outcome.request } as JsonObject);
  return {
    rowsTitle: answered ? 'Customer' : 'Customer that was to be created',
    rows: customerRows(customer),
  };
}

function aboutRows({ account, at, exchange }: Attempt, status: string | undefined): PanelRow[] {
  return [
    ...(status === undefined ? [] : [{ label: 'Status', texts: [status] }]),
    { label: 'Account', texts: [account.label] },
    { label: 'Host', texts: [account.host ?? 'inside this window'] },
    { label: 'When', texts: [timeText(at)], at },
    ...(exchange ? [{ label: 'Response time', texts: [`${Math.round(exchange.milliseconds)} ms`] }] : []),
  ];
}

function runEntries({ entries, shown }: Run): PanelRunEntry[] {
  if (entries.length < 2) return [];
  return entries.map(({ name, attempt, note }, index) => ({
    name,
    ...(attempt ? headline(attempt) : { title: note ?? 'Not sent', tone: 'neutral' as const }),
    isShown: index === shown,
    isTried: attempt !== undefined,
  }));
}

/** The status of the exchange that decided, and which exchange that was if not the create. */
function statusBadge({ outcome, exchange }: Attempt): string | undefined {
  const status = 'status' in outcome ? outcome.status : undefined;
  if ('step' in outcome && outcome.step === 'duplicate-check') {
    return `Duplicate check: ${outcome.outcome === 'rate-limited' ? 429 : status}`;
  }
  if (outcome.outcome === 'user-id-taken' && outcome.noticed === 'before-sending') return 'Duplicate check';
  if (outcome.outcome === 'created' && outcome.confirmedBy === 'lookup') return 'Found by lookup';
  const shown = exchange?.status ?? status;
  return shown === undefined ? undefined : String(shown);
}

function unresolvedMessage({ outcome, account, at }: Attempt): string {
  const sentAt = outcome.outcome === 'unknown' ? outcome.attempt.sentAt : at;
  return `Earlier attempt (${timeText(sentAt)}): ${outcomeMessage(outcome, account.kind, 'editor').message}`;
}

function timeText(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ').concat(' UTC');
}

/** The buttons for the attempt; those for its bodies are next to the bodies. */
function actions(
  attempts: readonly (Attempt | undefined)[],
  hasSource: boolean,
  wait: boolean,
  isWaiting: boolean,
): PanelButton[] {
  const hasId = attempts[0] !== undefined && createdId(attempts[0]) !== undefined;
  const isUnknown = attempts.some((attempt) => attempt?.outcome.outcome === 'unknown');
  const buttons: readonly (PanelButton | false)[] = [
    hasId && { action: 'copy-id', label: 'Copy ID' },
    isUnknown && { action: 'check', label: 'Check Whether It Exists' },
    wait &&
      (isWaiting
        ? { action: 'stop-waiting', label: 'Stop Waiting' }
        : { action: 'send-after-wait', label: sendAfterWaitLabel }),
    hasSource && { action: 'show-source', label: 'Show Source' },
    !wait && { action: 'send-again', label: 'Send Again' },
  ];
  return buttons.filter((button) => button !== false);
}
