/** What is asked of the process that speaks to the keychain: one line of JSON on its standard input. */
export interface KeychainRequest {
  readonly act: 'read' | 'write' | 'remove';
  readonly host: string;
  /** The key, to write it. */
  readonly key?: string;
}

/** What it answers, one line of JSON on its standard output. */
export type KeychainAnswer =
  | { readonly ok: true; readonly value?: string | boolean | undefined }
  /** `text`: what was thrown, told apart by whoever asked; never shown. */
  | { readonly ok: false; readonly text: string };
