import type { Tone } from '@helpcrunch-customer-kit/core';

/** Everything that the panel shows, as data: made in the extension, drawn by the panel's script. */
export interface PanelView {
  readonly tone: Tone;
  readonly title: string;
  /** The HTTP status that decided, or what else decided. */
  readonly status: string | undefined;
  readonly sentence: string;
  readonly next: readonly string[];
  /** After a rate limit. */
  readonly wait: PanelWait | undefined;
  /** The customers of the run; empty where there was only one. */
  readonly run: readonly PanelRunEntry[];
  readonly problems: readonly PanelProblem[];
  readonly differences: readonly string[];
  readonly rowsTitle: string;
  readonly rows: readonly PanelRow[];
  readonly about: readonly PanelRow[];
  readonly bodies: readonly PanelBody[];
  readonly actions: readonly PanelButton[];
}

export interface PanelWait {
  /** When it is over, in milliseconds since 1970. */
  readonly until: number;
  /** The customer is sent automatically then. */
  readonly isWaiting: boolean;
}

export interface PanelRunEntry {
  readonly name: string;
  /** The title of its outcome. */
  readonly title: string;
  readonly tone: Tone;
  readonly isShown: boolean;
  /** There is an attempt to show. */
  readonly isTried: boolean;
}

export interface PanelProblem {
  readonly severity: 'error' | 'advice';
  readonly sentence: string;
  /** Where in the customer, such as `Tag 1, name`. */
  readonly place: string;
  readonly hasSource: boolean;
}

export interface PanelRow {
  readonly label: string;
  readonly texts: readonly string[];
  /** A moment in milliseconds since 1970, which the panel shows in local time before the text. */
  readonly at?: number;
  /** CSS colors of the texts, where they are tags. */
  readonly colors?: readonly (string | undefined)[];
}

export interface PanelBody {
  readonly id: BodyId;
  readonly title: string;
  readonly text: string;
  /** Shown where the text is not complete. */
  readonly note: string | undefined;
  readonly isOpen: boolean;
  readonly actions: readonly PanelButton[];
}

export interface PanelButton {
  readonly action: PanelAction;
  readonly label: string;
}

export const sendAfterWaitLabel = 'Send After the Wait';

export const bodyIds = ['request', 'response'] as const;
export type BodyId = (typeof bodyIds)[number];

export const panelActions = [
  'copy-id',
  'copy-response',
  'open-request',
  'open-response',
  'copy-curl',
  'show-source',
  'send-again',
  'send-after-wait',
  'stop-waiting',
  'check',
] as const;
export type PanelAction = (typeof panelActions)[number];

/** Messages to the panel. */
export type ToPanel =
  | { readonly type: 'show'; readonly view: PanelView }
  | { readonly type: 'busy'; readonly isBusy: boolean };

/** Messages from the panel. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: PanelAction }
  | { readonly type: 'reveal'; readonly problem: number }
  /** To show another customer of the same run. */
  | { readonly type: 'choose'; readonly entry: number };

/** Reads a message from the panel; `undefined` for anything that it never sends. */
export function readFromPanel(message: unknown): FromPanel | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  switch (message.type) {
    case 'ready':
      return { type: 'ready' };
    case 'action': {
      const action = 'action' in message ? panelActions.find((known) => known === message.action) : undefined;
      return action && { type: 'action', action };
    }
    case 'reveal': {
      const problem = indexIn('problem' in message ? message.problem : undefined);
      return problem === undefined ? undefined : { type: 'reveal', problem };
    }
    case 'choose': {
      const entry = indexIn('entry' in message ? message.entry : undefined);
      return entry === undefined ? undefined : { type: 'choose', entry };
    }
    default:
      return undefined;
  }
}

function indexIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
