import { checkMessage, type JsonObject, type Outcome, outcomeMessage } from '@helpcrunch-customer-kit/core';
import type { Attempt, Run } from '../attempts/attempt.ts';
import type { Wait } from '../attempts/attempt-store.ts';
import { findingsOf } from '../problems/findings.ts';
import { panelBody } from './body-text.ts';
import { customerRows } from './customer-rows.ts';
import { differences, placeText } from './differences.ts';
import { outcomeTitles } from './outcome-titles.ts';
import {
  type PanelButton,
  type PanelRow,
  type PanelRunEntry,
  type PanelView,
  sendAfterWaitLabel,
} from './panel-view.ts';
import { waitOver } from './wait.ts';

export interface ViewContext {
  /** The document it came from is still there to be shown. */
  readonly hasSource: boolean;
  /** Sentences to add to the next steps. */
  readonly hints: readonly string[];
  /** The customer goes out again by itself when this wait is over. */
  readonly wait: Wait | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What the attempt is one of. */
  readonly run: Run;
}

/** An attempt as the panel shows it. */
export function toPanelView(attempt: Attempt, context: ViewContext): PanelView {
  const { hasSource, hints, wait, now, run } = context;
  const isWaiting = wait !== undefined;
  const { outcome, account, check, exchange } = attempt;
  const message = check
    ? checkMessage(check, account.kind, 'editor')
    : outcomeMessage(outcome, account.kind, 'editor');
  const isOneOfSeveral = run.entries.length > 1;
  const over = waitOver(attempt);
  const until = wait?.until ?? (over !== undefined && over > now ? over : undefined);
  const status = exchange?.status || ('status' in outcome && outcome.status) || undefined;
  return {
    ...outcomeTitles[outcome.outcome],
    status: status === undefined ? undefined : String(status),
    // Among several a sentence such as "nothing was sent" is true of this one alone.
    sentence: isOneOfSeveral ? `${run.entries[run.shown]?.name}: ${message.sentence}` : message.sentence,
    // A wait is shown as it passes, in place of a sentence that names its whole length.
    next: [...(over === undefined ? message.next : []), ...hints],
    wait: until === undefined ? undefined : { until, isWaiting },
    run: runEntries(run),
    problems: findingsOf(outcome).map(({ severity, sentence, path }) => ({
      severity,
      sentence,
      place: placeText(path),
      hasSource,
    })),
    differences: differences(outcome),
    ...customerPart(outcome),
    about: aboutRows(attempt),
    bodies: [...panelBody(attempt, 'request', 'Request'), ...panelBody(attempt, 'response', 'Response')],
    actions: actions(attempt, hasSource, until !== undefined, isWaiting),
  };
}

function customerPart(outcome: Outcome): Pick<PanelView, 'rows' | 'rowsTitle'> {
  const answered = outcome.outcome === 'created' ? outcome.customer : undefined;
  // A payload is plain JSON; its interface has no index signature to say so.
  const customer = answered ?? ({ ...outcome.request } as JsonObject);
  return { rowsTitle: answered ? 'Customer' : 'Customer as it was to be sent', rows: customerRows(customer) };
}

function aboutRows({ account, at, exchange }: Attempt): PanelRow[] {
  return [
    { label: 'Account', texts: [account.label] },
    { label: 'Host', texts: [account.host ?? 'inside this window'] },
    { label: 'When', texts: [new Date(at).toISOString().slice(0, 19).replace('T', ' ').concat(' UTC')] },
    ...(exchange ? [{ label: 'Answer took', texts: [`${Math.round(exchange.milliseconds)} ms`] }] : []),
  ];
}

function runEntries({ entries, shown }: Run): PanelRunEntry[] {
  if (entries.length < 2) return [];
  return entries.map(({ name, attempt }, index) => ({
    name,
    ...(attempt ? outcomeTitles[attempt.outcome.outcome] : { title: 'Left out', tone: 'unsure' }),
    isShown: index === shown,
    isTried: attempt !== undefined,
  }));
}

/** What to do with the attempt; the buttons for its bodies stand beside those. */
function actions({ outcome }: Attempt, hasSource: boolean, wait: boolean, isWaiting: boolean): PanelButton[] {
  const buttons: readonly (PanelButton | false)[] = [
    outcome.outcome === 'unknown' && { action: 'check', label: 'Check Whether It Exists' },
    wait &&
      (isWaiting
        ? { action: 'stop-waiting', label: 'Do Not Send' }
        : { action: 'send-after-wait', label: sendAfterWaitLabel }),
    hasSource && { action: 'show-source', label: 'Show Source' },
    !wait && { action: 'send-again', label: 'Send Again' },
  ];
  return buttons.filter((button) => button !== false);
}
