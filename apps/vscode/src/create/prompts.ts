/** A question in a dialog that blocks the window. */
export interface Modal {
  readonly message: string;
  readonly detail: string;
  /** Enter chooses the first one. */
  readonly buttons: readonly string[];
}

export interface ModalAnswer {
  /** `undefined` when the dialog was closed in another way than by a button. */
  readonly button: string | undefined;
  /** How long the dialog was there, in milliseconds. */
  readonly openMs: number;
}

/** A task's progress, which a person can cancel. */
export interface SendProgress {
  /** Aborted when the person cancels. */
  readonly signal: AbortSignal;
  cancel(): void;
  report(message: string): void;
  /** Hides the progress while something is asked. */
  hideWhile<Result>(task: () => Promise<Result>): Promise<Result>;
  /** Counts down to a moment, in milliseconds since 1970; settles then, or when the person cancels. */
  waitUntil(moment: number): Promise<void>;
}

/** How a person is asked, and sees that something is under way. */
export interface Prompts {
  choose(modal: Modal): Promise<ModalAnswer>;
  /** Shows a body that is too long for a dialog. */
  showBody(body: string): Promise<void>;
  withProgress<Result>(title: string, task: (progress: SendProgress) => Promise<Result>): Promise<Result>;
}
