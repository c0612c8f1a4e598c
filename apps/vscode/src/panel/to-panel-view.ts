import { checkMessage, type JsonObject, type Outcome, outcomeMessage } from '@helpcrunch-customer-kit/core';
import { findingsOf } from '../problems/findings.ts';
import type { Attempt } from '../send/attempt.ts';
import { panelBody } from './body-text.ts';
import { customerRows } from './customer-rows.ts';
import { differences, placeText } from './differences.ts';
import { outcomeTitles } from './outcome-titles.ts';
import type { PanelButton, PanelRow, PanelView } from './panel-view.ts';

export interface ViewContext {
  /** The document it came from is still there to be shown. */
  readonly hasSource: boolean;
  /** Sentences to add to the next steps. */
  readonly hints: readonly string[];
}

/** An attempt as the panel shows it. */
export function toPanelView(attempt: Attempt, { hasSource, hints }: ViewContext): PanelView {
  const { outcome, account, check, exchange } = attempt;
  const message = check
    ? checkMessage(check, account.kind, 'editor')
    : outcomeMessage(outcome, account.kind, 'editor');
  const status = exchange?.status || ('status' in outcome && outcome.status) || undefined;
  return {
    ...outcomeTitles[outcome.outcome],
    status: status === undefined ? undefined : String(status),
    sentence: message.sentence,
    next: [...message.next, ...hints],
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
    actions: actions(attempt, hasSource),
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

function actions(attempt: Attempt, hasSource: boolean): PanelButton[] {
  const { outcome } = attempt;
  const hasResponse = attempt.exchange !== undefined || (outcome.outcome === 'created' && outcome.customer);
  const buttons: readonly (PanelButton | false | undefined)[] = [
    outcome.outcome === 'unknown' && { action: 'check', label: 'Check Whether It Exists' },
    hasSource && { action: 'show-source', label: 'Show Source' },
    hasResponse ? { action: 'copy-response', label: 'Copy Response' } : undefined,
    hasResponse ? { action: 'open-response', label: 'Open Response as JSON' } : undefined,
    outcome.request && { action: 'open-request', label: 'Open Request as JSON' },
    outcome.request && { action: 'copy-curl', label: 'Copy as curl' },
    { action: 'send-again', label: 'Send Again' },
  ];
  return buttons.filter((button) => button !== undefined && button !== false);
}
