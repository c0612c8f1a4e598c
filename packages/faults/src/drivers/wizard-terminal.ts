import { PseudoTerminal } from '@helpcrunch-customer-kit/testing/pseudo-terminal';

/** The wizard in a pseudo-terminal, read as a person reads it. */
export class WizardTerminal extends PseudoTerminal {
  /** Everything on the screen and above it in one line: a sentence may be broken anywhere. */
  text(): string {
    return this.screen.text().replaceAll(/\s+/g, ' ');
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
}
