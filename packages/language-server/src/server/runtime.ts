import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, Hover, Position } from 'vscode-languageserver-types';

/** Access to the customer files of a workspace. */
export interface CustomerFiles {
  /** The URIs of customer files in a folder, at most as many as are worth reading. */
  list(folder: string): Promise<readonly string[]>;
  /** A file's text; `undefined` when it is gone or too large to learn from. */
  read(uri: string): Promise<string | undefined>;
}

/** What the JSON Schema offers, for editors without a JSON server. */
export interface SchemaFeatures {
  completions(document: TextDocument, position: Position): Promise<readonly CompletionItem[]>;
  hover(document: TextDocument, position: Position): Promise<Hover | undefined>;
}

/** What the platform gives the server. */
export interface Runtime {
  /** Milliseconds since 1970, as from `Date.now`. */
  readonly now: () => number;
  /** Runs something after the messages that are queued, so that a cancellation among them is seen. */
  readonly soon: (run: () => void) => void;
  readonly files?: CustomerFiles;
  /** Loaded only when a client asks for it. */
  readonly schemaFeatures?: () => Promise<SchemaFeatures>;
  /** The address of docs/rules.md, for clients that do not send one. */
  readonly rulesUrl?: string;
}
