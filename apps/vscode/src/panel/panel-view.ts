import type { Tone } from '@helpcrunch-customer-kit/core';

/** Everything that the panel shows, as data: made in the extension, drawn by the panel's script. */
export interface PanelView {
  /** The whole run; `undefined` where there was only one customer. */
  readonly run: PanelRun | undefined;
  /** The customer that is shown: what buttons act on. */
  readonly entry: PanelEntry;
}

export interface PanelRun {
  /** True for the whole run. */
  readonly title: string;
  readonly tone: Tone;
  readonly sentence: string;
  readonly entries: readonly PanelRunEntry[];
  /** Names of its result files. */
  readonly files: readonly string[];
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

export interface PanelEntry {
  readonly name: string;
  readonly tone: Tone;
  readonly title: string;
  /** The HTTP status of the exchange that decided, or what else decided. */
  readonly status: string | undefined;
  readonly sentence: string;
  /** Where it was sent, such as the account and the host. */
  readonly place: readonly string[];
  /** When, in milliseconds since 1970: the panel shows it in local time and UTC. */
  readonly at: number;
  /** After a rate limit. */
  readonly wait: PanelWait | undefined;
  readonly actions: readonly PanelButton[];
  /** Errors, each at its place in the customer. */
  readonly problems: readonly PanelProblem[];
  /** The same for advice, which stops nothing. */
  readonly notes: readonly PanelProblem[];
  readonly customerTitle: string;
  /** HelpCrunch's own fields, the ID first. */
  readonly fields: readonly PanelRow[];
  readonly customData: readonly PanelRow[];
  /** The values of the variables in its JSON. */
  readonly variables: readonly PanelRow[];
  readonly differences: readonly string[];
  readonly next: readonly string[];
  readonly messages: readonly PanelMessage[];
}

export interface PanelWait {
  /** When it is over, in milliseconds since 1970. */
  readonly until: number;
  /** The customer is sent automatically then. */
  readonly isWaiting: boolean;
}

export interface PanelProblem {
  /** To be revealed by; see `FromPanel`. */
  readonly index: number;
  readonly sentence: string;
  /** Where in the customer, such as `Tag 1, name`. */
  readonly place: string;
  /** Where in its document now, such as `line 7, column 27`, if the value is still there. */
  readonly position: string | undefined;
  readonly hasSource: boolean;
}

export interface PanelRow {
  readonly label: string;
  readonly texts: readonly string[];
  /** CSS colors of the texts, where they are tags. */
  readonly colors?: readonly (string | undefined)[];
}

/** The request or the response. */
export interface PanelMessage {
  readonly id: MessageId;
  readonly title: string;
  /** Its first line, and figures such as the time and the size. */
  readonly facts: readonly string[];
  readonly headers: readonly PanelRow[];
  readonly body: string;
  readonly isJson: boolean;
  /** Shown where the body is not complete. */
  readonly note: string | undefined;
  readonly isOpen: boolean;
  readonly actions: readonly PanelButton[];
}

export interface PanelButton {
  readonly action: PanelAction;
  readonly label: string;
  /** What most people want next. */
  readonly isPrimary?: true;
}

export const sendAfterWaitLabel = 'Send After the Wait';

export const messageIds = ['request', 'response'] as const;
export type MessageId = (typeof messageIds)[number];

export const panelActions = [
  'copy-id',
  'open-in-helpcrunch',
  'create-another',
  'copy-response',
  'open-request',
  'open-response',
  'copy-curl',
  'copy-fetch',
  'copy-python',
  'show-source',
  'send-again',
  'send-after-wait',
  'stop-waiting',
  'check',
  'update-key',
  'back-to-normal',
  'save-results',
] as const;
export type PanelAction = (typeof panelActions)[number];

/** Messages to the panel. */
export type ToPanel =
  | { readonly type: 'show'; readonly view: PanelView | undefined }
  | { readonly type: 'busy'; readonly isBusy: boolean };

/** Messages from the panel. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: PanelAction }
  | { readonly type: 'reveal'; readonly problem: number }
  /** To show another customer of the same run. */
  | { readonly type: 'choose'; readonly entry: number }
  /** To open a result file of the run. */
  | { readonly type: 'open-file'; readonly file: number };

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
    case 'open-file': {
      const file = indexIn('file' in message ? message.file : undefined);
      return file === undefined ? undefined : { type: 'open-file', file };
    }
    default:
      return undefined;
  }
}

function indexIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
