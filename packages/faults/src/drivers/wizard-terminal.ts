import { PseudoTerminal } from '@helpcrunch-customer-kit/testing/pseudo-terminal';

/** Between two looks at the screen, in milliseconds. */
const lookMs = 10;
/** A program that writes without a change on the screen shows the same again: no longer wait, in milliseconds. */
const maxSameMs = 500;

/** What the screen showed before a key. */
export interface Snapshot {
  readonly text: string;
  readonly length: number;
}

/** The wizard in a pseudo-terminal, read as a person reads it. */
export class WizardTerminal extends PseudoTerminal {
  /** Everything on the screen and above it in one line: a sentence may be broken anywhere. */
  text(): string {
    // Without the gutter, so that a sentence is found across its rows.
    return this.screen
      .text()
      .replaceAll(/^[│└] /gmu, '')
      .replaceAll(/\s+/g, ' ');
  }

  /** Resolves once one of the patterns is shown, with its place in the list; -1 when the program ended first. */
  async sees(...patterns: readonly RegExp[]): Promise<number> {
    const place = () => {
      const shown = this.text();
      return patterns.findIndex((pattern) => pattern.test(shown));
    };
    await this.waitUntil(() => place() >= 0 || !this.isRunning, patterns.join(' or '));
    return place();
  }

  /** What the screen shows now, to wait for what comes after. */
  snapshot(): Snapshot {
    return { text: this.text(), length: this.output.length };
  }

  /** Waits for something new on the screen, then for one of the patterns: its place, or -1 when the program ended. */
  async seesAfter({ text, length }: Snapshot, ...patterns: readonly RegExp[]): Promise<number> {
    let writtenAt: number | undefined;
    while (this.isRunning && this.text() === text) {
      if (this.output.length > length) writtenAt ??= performance.now();
      if (writtenAt !== undefined && performance.now() - writtenAt > maxSameMs) break;
      await new Promise((done) => setTimeout(done, lookMs));
    }
    return this.sees(...patterns);
  }
}
