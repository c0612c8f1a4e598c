import type { WizardEvent } from '../wizard/wizard-event.ts';
import type { HistoryLine, WizardState } from '../wizard/wizard-state.ts';

/** What a line means; how that looks is the components' business. Meaning never depends on color alone. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'good' | 'error' | 'advice';

export interface ViewLine {
  readonly text: string;
  readonly tone: Tone;
  /** The number of an item, in a column of its own before the swatch and the text. */
  readonly number?: string;
  /** A color to show before the text, as `#rrggbb`; empty where the column of colors has none. */
  readonly swatch?: string;
}

/** The line being edited, cut to what fits. */
export interface InputView {
  readonly text: string;
  /** Cells from the start of the line, prompt included. */
  readonly column: number;
  /** Where the input is a box of several rows: all of them, and the one that has the caret. */
  readonly box?: {
    readonly rows: readonly string[];
    readonly row: number;
    /** Rows are hidden above, or below. */
    readonly isCutAbove: boolean;
    readonly isCutBelow: boolean;
  };
  readonly placeholder: string;
  readonly masked: boolean;
}

/** Takes keys out of text. */
export interface KeyHider {
  hide(text: string): string;
  /** A bullet for each hidden character, so that offsets stay. */
  mask(text: string): string;
}

export const hidesNothing: KeyHider = { hide: (text) => text, mask: (text) => text };

/** Everything on the screen, as data: components draw it and know nothing else. */
export interface View {
  /** Lines that have scrolled up for good. */
  readonly history: readonly HistoryLine[];
  readonly title: string;
  /** What line mode asks in place of the title. */
  readonly question?: string;
  /** At the right end of the title, before the account: how far it is. */
  readonly aside?: string;
  readonly account: 'sandbox' | 'live' | undefined;
  /** What has to be read before anything is chosen; laid out in rows by `fitView`. */
  readonly lead?: readonly ViewLine[];
  /** Exactly one row each. */
  readonly body: readonly ViewLine[];
  /** The row of `body` that is chosen, where there is something to choose. */
  readonly selected?: number;
  readonly input?: InputView;
  /** Below all that; laid out in rows by `fitView`. */
  readonly notes: readonly ViewLine[];
  readonly keys: string;
  /** A blank row before the block, where there is room. */
  readonly hasGap?: boolean;
}

/** How much there is to draw on, in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Cells before everything inside the block: its gutter. */
export const gutterWidth = 2;

/** Cells before each choice. */
export const pointerWidth = 2;

/** The last column stays free: some terminals wrap when something is drawn there. */
export function frameWidth({ columns }: Size): number {
  return Math.max(12, columns - 1);
}

/** Sentences stay short even on a wide terminal. */
export function lineWidth(size: Size): number {
  return Math.min(frameWidth(size) - gutterWidth, 72);
}

/** How many rows the input takes. */
export function inputHeight({ input }: Pick<View, 'input'>): number {
  return input ? (input.box?.rows.length ?? 1) : 0;
}

/** The cells that stand before a row's text: its number, then its color. */
export function columnsBefore({ number = '', swatch }: ViewLine): number {
  return number.length + (swatch === undefined ? 0 : 3);
}

/** A label, as wide as the column that holds labels in the record, the review and the result. */
export function labelCell(label: string, columns: number): string {
  return label.padEnd(Math.max(columns < 50 ? 15 : 16, label.length + 1));
}

/** The wizard's machine, as a renderer sees it. */
export interface Machine {
  readonly state: WizardState;
  /** Aborted once the wizard has been left. */
  readonly left: AbortSignal;
  dispatch(event: WizardEvent): void;
  /** Several events, each read in the state that the one before has left; the renderer draws once. */
  dispatchAll<Item>(items: readonly Item[], toEvent: (state: WizardState, item: Item) => WizardEvent): void;
}

/** What shows the wizard and hears the person: drawn in place, or line by line. */
export interface Renderer {
  /** Called after every change. */
  draw(state: WizardState): void;
  /** Writes what steers the terminal, past the block that is drawn; missing where no byte may. */
  write?(sequence: string): void;
  /** Writes a text above the open question as it is, so that what is selected there can be pasted elsewhere. */
  print(text: string): void;
  /** Lends the terminal to another program for as long as the work takes, then takes it back and draws it again. */
  lend<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Gives the terminal back as it was. */
  close(): void;
}

export type OpenRenderer = (machine: Machine) => Renderer;
