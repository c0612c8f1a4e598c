import type { Outcome } from '@helpcrunch-customer-kit/core';
import type { Attempt, Header, RecordedExchange } from '../attempts/attempt.ts';
import type { MessageId, PanelButton, PanelMessage, PanelRow } from './panel-view.ts';

/** In characters; the rest opens as a document. */
const maxBodyLength = 20_000;

/** The request of a create that left; `undefined` when nothing was sent, apart from a duplicate check. */
export function sentRequest({ outcome }: Attempt): Outcome['request'] {
  switch (outcome.outcome) {
    case 'created':
    case 'rejected':
    case 'unknown':
      return outcome.request;
    case 'user-id-taken':
      return outcome.noticed === 'before-sending' ? undefined : outcome.request;
    case 'unauthorized':
    case 'blocked':
    case 'rate-limited':
      return outcome.step === 'create' ? outcome.request : undefined;
    case 'invalid':
    case 'dry-run':
    case 'not-sent':
    case 'needs-confirmation':
    case 'cancelled':
      return undefined;
    default: {
      const unreachable: never = outcome;
      return unreachable;
    }
  }
}

/** A body as it is shown: formatted where it is JSON. */
export interface ShownBody {
  readonly text: string;
  readonly kind: 'json' | 'html' | 'text';
}

/** The body of the request or the response; `undefined` when there was none. */
export function shownBody(attempt: Attempt, id: MessageId): ShownBody | undefined {
  const { outcome, exchange } = attempt;
  switch (id) {
    case 'request':
      return jsonBody(sentRequest(attempt));
    case 'response':
      if (exchange) return exchange.body === '' ? undefined : received(exchange);
      return outcome.outcome === 'created' ? jsonBody(outcome.customer) : undefined;
    default: {
      const unreachable: never = id;
      return unreachable;
    }
  }
}

function jsonBody(value: object | undefined): ShownBody | undefined {
  return value && { text: JSON.stringify(value, null, 2), kind: 'json' };
}

/** By its content type. A body that is declared as JSON and is not shown as such, as a gateway's page may be. */
function received({ body, headers = [] }: RecordedExchange): ShownBody {
  const type = headers.find(([name]) => name === 'content-type')?.[1];
  const looksLikeHtml = /^\s*</.test(body);
  if (type === undefined || /\bjson\b/i.test(type)) {
    const text = formatted(body);
    if (text !== undefined) return { text, kind: 'json' };
    return { text: body, kind: looksLikeHtml ? 'html' : 'text' };
  }
  return { text: body, kind: /\bhtml\b/i.test(type) ? 'html' : 'text' };
}

function formatted(body: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return undefined;
  }
}

/** The request and the response of an attempt, as far as there were any. */
export function panelMessages(attempt: Attempt): PanelMessage[] {
  return [...requestMessage(attempt), ...responseMessage(attempt)];
}

function requestMessage(attempt: Attempt): PanelMessage[] {
  const { account, exchange } = attempt;
  const body = shownBody(attempt, 'request');
  if (!body) return [];
  const facts = [`POST ${account.baseUrl}/customers`, sizeLabel(new TextEncoder().encode(body.text).length)];
  const headers = headerRows(exchange?.requestHeaders);
  return [{ ...messageOf('request', 'Request', body), facts, headers, isOpen: false, note: cutNote(body) }];
}

function responseMessage(attempt: Attempt): PanelMessage[] {
  const { outcome, exchange } = attempt;
  const body = shownBody(attempt, 'response');
  if (!body && !exchange) return [];
  const facts = exchange
    ? [
        `HTTP ${exchange.status} ${exchange.statusText ?? ''}`.trim(),
        timeLabel(exchange.milliseconds),
        ...(exchange.bytes === undefined ? [] : [sizeLabel(exchange.bytes)]),
      ]
    : [];
  return [
    {
      ...messageOf('response', 'Response', body ?? { text: '', kind: 'text' }),
      facts,
      headers: headerRows(exchange?.headers),
      note: noteOf(exchange, body),
      // After a failure, the response may explain it.
      isOpen: outcome.outcome !== 'created',
    },
  ];
}

function messageOf(id: MessageId, title: string, { text, kind }: ShownBody) {
  return {
    id,
    title,
    body: text.slice(0, maxBodyLength),
    isJson: kind === 'json',
    actions: text === '' ? [] : actions[id],
  };
}

function noteOf(exchange: RecordedExchange | undefined, body: ShownBody | undefined): string | undefined {
  if (!body) return 'The body is empty.';
  return cutNote(body) ?? (exchange?.isCut ? 'Only the beginning arrived or was kept.' : undefined);
}

function cutNote({ text }: ShownBody): string | undefined {
  return text.length > maxBodyLength ? 'Only the beginning is shown. Open shows the rest.' : undefined;
}

function headerRows(headers: readonly Header[] = []): PanelRow[] {
  return headers.map(([label, value]) => ({ label, texts: [value] }));
}

const actions: Readonly<Record<MessageId, readonly PanelButton[]>> = {
  request: [
    { action: 'copy-curl', label: 'Copy as curl' },
    { action: 'copy-fetch', label: 'Copy as fetch' },
    { action: 'copy-python', label: 'Copy as Python' },
    { action: 'open-request', label: 'Open' },
  ],
  response: [
    { action: 'copy-response', label: 'Copy' },
    { action: 'open-response', label: 'Open' },
  ],
};

/** `842 B`, `1.2 kB`, `3.4 MB`. */
export function sizeLabel(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${rounded(bytes / 1000)} kB` : `${rounded(bytes / 1_000_000)} MB`;
}

/** `231 ms`, `1.2 s`. */
export function timeLabel(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${rounded(milliseconds / 1000)} s`;
}

function rounded(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0).replace(/\.0$/, '');
}
