import type { HistoryLine } from '../wizard/wizard-state.ts';

/** What a line means; how that looks is the components' business. Meaning never hangs on colour alone. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'good' | 'problem' | 'advice';

export interface ViewLine {
  readonly text: string;
  readonly tone: Tone;
  /** A colour to show beside the text, as `#rrggbb`. */
  readonly swatch?: string;
}

/** The line being edited, cut to what fits. */
export interface InputView {
  readonly text: string;
  /** Cells from the start of the line, prompt included. */
  readonly column: number;
  readonly placeholder: string;
  readonly masked: boolean;
}

/** Takes keys out of text. */
export interface KeyHider {
  hide(text: string): string;
  /** A bullet for each hidden character, so that offsets stay. */
  mask(text: string): string;
}

/** Everything on the screen, as data: components draw it and know nothing else. */
export interface View {
  /** Lines that have scrolled up for good. */
  readonly history: readonly HistoryLine[];
  readonly title: string;
  /** What line mode asks in place of the title. */
  readonly question?: string;
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
}

/** How much there is to draw on, in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Lines stay short even on a wide terminal, and never touch its last column, where some terminals wrap. */
export function lineWidth({ columns }: Size): number {
  return Math.max(10, Math.min(columns - 1, 72));
}
