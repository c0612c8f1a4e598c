/** What a key does: one row, from which footers, the help screen and the README's section are made. */
export interface KeyBinding {
  /** The chords, by the names of `InputEvent`. */
  readonly keys: readonly string[];
  /** How people write the chord that is shown. */
  readonly shown: string;
  /** In a footer: one word or two. */
  readonly hint: string;
  /** In help: one sentence. */
  readonly says: string;
  readonly group: 'everywhere' | 'choosing' | 'fields' | 'editing';
}
