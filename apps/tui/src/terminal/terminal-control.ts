/** What can be done with the terminal while the wizard has it. */
export interface TerminalControl {
  /** Writes a sequence that draws nothing. */
  write(sequence: string): void;
  /** Lends the terminal to another program for as long as the work takes, then takes it back and draws anew. */
  lend<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Goes back to the shell until the shell brings the program to the front again. */
  suspend(): Promise<void>;
}
