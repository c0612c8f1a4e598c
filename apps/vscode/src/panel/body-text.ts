import type { Attempt } from '../attempts/attempt.ts';
import type { BodyId, PanelBody, PanelButton } from './panel-view.ts';

/** More than this is not read in a panel; the whole opens as a document. */
const longest = 20_000;

/** The request or the answer as text, pretty where it is JSON; `undefined` when there was none. */
export function bodyText({ outcome, exchange }: Attempt, id: BodyId): string | undefined {
  switch (id) {
    case 'request':
      return outcome.request && JSON.stringify(outcome.request, null, 2);
    case 'response':
      if (exchange) return pretty(exchange.body);
      return outcome.outcome === 'created' && outcome.customer
        ? JSON.stringify(outcome.customer, null, 2)
        : undefined;
    default: {
      const unreachable: never = id;
      return unreachable;
    }
  }
}

/** The same, capped for the panel. */
export function panelBody(attempt: Attempt, id: BodyId, title: string): PanelBody[] {
  const text = bodyText(attempt, id);
  if (text === undefined || text === '') return [];
  if (text.length > longest) {
    const note = 'Only the beginning is shown; “Open as JSON” shows the rest.';
    return [{ id, title, note, text: text.slice(0, longest), actions: actions[id] }];
  }
  const isIncomplete = id === 'response' && attempt.exchange?.isCut;
  const note = isIncomplete ? 'Only the beginning came, or was kept.' : undefined;
  return [{ id, title, note, text, actions: actions[id] }];
}

const actions: Readonly<Record<BodyId, readonly PanelButton[]>> = {
  request: [
    { action: 'copy-curl', label: 'Copy as curl' },
    { action: 'open-request', label: 'Open as JSON' },
  ],
  response: [
    { action: 'copy-response', label: 'Copy' },
    { action: 'open-response', label: 'Open as JSON' },
  ],
};

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
