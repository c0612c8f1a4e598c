import type { Page } from 'playwright-core';

/** A running VS Code, served to a browser. */
export interface Host extends AsyncDisposable {
  readonly kind: 'node' | 'web';
  /** The folder that is open, on this machine. */
  readonly folder: string;
  /** Where a browser opens the folder. */
  readonly url: string;
  /** What a page needs before it opens the address. */
  prepare(page: Page): Promise<void>;
  /** How a file of the folder is named in the window's own addresses. */
  uriOf(file: string): string;
  /** Everything that the host wrote, logs of its extensions included: searched for keys. */
  readonly traces: readonly string[];
}
