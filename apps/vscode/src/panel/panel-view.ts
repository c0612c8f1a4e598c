/** All that the panel shows, as data: made in the extension, drawn by the panel's script. */
export interface PanelView {
  readonly tone: Tone;
  readonly title: string;
  /** The HTTP status, where one came. */
  readonly status: string | undefined;
  readonly sentence: string;
  readonly next: readonly string[];
  readonly problems: readonly PanelProblem[];
  readonly differences: readonly string[];
  /** What the rows describe: the customer as HelpCrunch answered it, or as it was to be sent. */
  readonly rowsTitle: string;
  readonly rows: readonly PanelRow[];
  readonly about: readonly PanelRow[];
  readonly bodies: readonly PanelBody[];
  readonly actions: readonly PanelButton[];
}

export type Tone = 'good' | 'bad' | 'unsure';

export interface PanelProblem {
  readonly severity: 'error' | 'advice';
  readonly sentence: string;
  /** Where in the customer, for people: `tags › 1 › name`. */
  readonly place: string;
  /** There is a document to show it in. */
  readonly hasSource: boolean;
}

export interface PanelRow {
  readonly label: string;
  readonly texts: readonly string[];
  /** CSS colours of the texts, where they are tags. */
  readonly colors?: readonly (string | undefined)[];
}

export interface PanelBody {
  readonly id: BodyId;
  readonly title: string;
  readonly text: string;
  /** Said where this is not all of it. */
  readonly note: string | undefined;
}

export interface PanelButton {
  readonly action: PanelAction;
  readonly label: string;
}

export const bodyIds = ['request', 'response'] as const;
export type BodyId = (typeof bodyIds)[number];

export const panelActions = [
  'copy-response',
  'open-request',
  'open-response',
  'copy-curl',
  'show-source',
  'send-again',
  'check',
] as const;
export type PanelAction = (typeof panelActions)[number];
