/** A question in a dialog that blocks the window. */
export interface Modal {
  readonly message: string;
  readonly detail: string;
  /** Enter chooses the first one. */
  readonly buttons: readonly string[];
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
  /** The chosen button; `undefined` when the dialog was closed in another way. */
  choose(modal: Modal): Promise<string | undefined>;
  /** Shows a body that is too long for a dialog. */
  showBody(body: string): Promise<void>;
  withProgress<Result>(title: string, task: (progress: SendProgress) => Promise<Result>): Promise<Result>;
  /** Milliseconds by a clock that nobody sets. */
  now(): number;
}
