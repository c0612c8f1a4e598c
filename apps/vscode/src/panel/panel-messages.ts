import {
  customerFields,
  customerId,
  formatDate,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Outcome,
  readDate,
} from '@helpcrunch-customer-kit/core';
import type { Attempt } from '../attempts/attempt.ts';
import type { BodyId, PanelBody, PanelButton, PanelRow } from './panel-view.ts';

/** A customer as rows: its ID, then the fields that it has, in the order of the field table. */
export function customerRows(customer: JsonObject): PanelRow[] {
  const fields = customerFields.flatMap(({ key, label, kind }) => {
    const value = customer[key];
    if (value === undefined || value === null || value === '') return [];
    switch (kind) {
      case 'tags':
        return tagRow(label, value);
      case 'custom-data':
        return customDataRows(value);
      case 'date':
        return [{ label, texts: [dateValue(value)] }];
      default:
        return [{ label, texts: [plain(value)] }];
    }
  });
  const id = customer['id'];
  return [...(id === undefined || id === null ? [] : [{ label: 'ID', texts: [plain(id)] }]), ...fields];
}

function tagRow(label: string, value: JsonValue): PanelRow[] {
  if (!Array.isArray(value) || value.length === 0) return [];
  const tags: JsonObject[] = value.filter(isJsonObject);
  const colors = tags.map(({ color }) => (typeof color === 'string' ? color : undefined));
  return [{ label, texts: tags.map(({ name }) => plain(name ?? '')), colors }];
}

/** Custom data is a list in a request and a map in a response. */
function customDataRows(value: JsonValue): PanelRow[] {
  if (isJsonObject(value)) {
    return Object.entries(value).map(([label, item]) => ({ label, texts: [plain(item ?? null)] }));
  }
  if (!Array.isArray(value)) return [];
  return value.filter(isJsonObject).map((entry: JsonObject) => ({
    label: plain(entry['property'] ?? ''),
    texts: [plain(entry['value'] ?? null)],
  }));
}

function dateValue(value: JsonValue): string {
  const reading = typeof value === 'string' || typeof value === 'number' ? readDate(value) : undefined;
  return reading?.kind === 'seconds' ? formatDate(reading.seconds) : plain(value);
}

function plain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** In characters; the rest opens as a document. */
const maxBodyLength = 20_000;

/** The ID of a created customer, where the response has it. */
export function createdId({ outcome }: Attempt): string | undefined {
  return outcome.outcome === 'created' && outcome.customer ? customerId(outcome.customer) : undefined;
}

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

/** The request or the response as text, formatted where it is JSON; `undefined` when there was none. */
export function bodyText(attempt: Attempt, id: BodyId): string | undefined {
  const { outcome, exchange } = attempt;
  switch (id) {
    case 'request': {
      const request = sentRequest(attempt);
      return request && JSON.stringify(request, null, 2);
    }
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

/** The same, cut for the panel. */
export function panelBody(attempt: Attempt, id: BodyId, title: string): PanelBody[] {
  const text = bodyText(attempt, id);
  if (text === undefined || text === '') return [];
  // After a failure, the response may explain it.
  const isOpen = id === 'response' && attempt.outcome.outcome !== 'created';
  if (text.length > maxBodyLength) {
    const note = 'Only the beginning is shown. Open shows the rest.';
    return [{ id, title, note, isOpen, text: text.slice(0, maxBodyLength), actions: actions[id] }];
  }
  const isIncomplete = id === 'response' && attempt.exchange?.isCut;
  const note = isIncomplete ? 'Only the beginning arrived or was kept.' : undefined;
  return [{ id, title, note, isOpen, text, actions: actions[id] }];
}

const actions: Readonly<Record<BodyId, readonly PanelButton[]>> = {
  request: [
    { action: 'copy-curl', label: 'Copy as curl' },
    { action: 'open-request', label: 'Open' },
  ],
  response: [
    { action: 'copy-response', label: 'Copy' },
    { action: 'open-response', label: 'Open' },
  ],
};

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
