import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, Hover, Position } from 'vscode-languageserver-types';

/** The customer files of a workspace, as the server can reach them. */
export interface CustomerFiles {
  /** The URIs of customer files in a folder; only so many as are worth reading. */
  list(folder: string): Promise<readonly string[]>;
  /** A file's text; `undefined` when it is gone or too large to learn from. */
  read(uri: string): Promise<string | undefined>;
}

/** What a JSON Schema has to offer, for editors in which no JSON server does. */
export interface SchemaFeatures {
  completions(document: TextDocument, position: Position): Promise<readonly CompletionItem[]>;
  hover(document: TextDocument, position: Position): Promise<Hover | undefined>;
}

/** What the world gives to the server. */
export interface Runtime {
  /** Milliseconds since 1970, as `Date.now` gives them. */
  readonly now: () => number;
  /** Runs something once the messages that wait are read, so that a cancellation among them is seen. */
  readonly soon: (run: () => void) => void;
  readonly files?: CustomerFiles;
  /** Is told how much text is open, in characters, whenever a document opens or closes. */
  readonly textIsOpen?: (characters: number) => void;
  /** Loaded only when a client asks for it. */
  readonly schemaFeatures?: () => Promise<SchemaFeatures>;
  /** Where docs/rules.md stands, for clients that do not say. */
  readonly rulesUrl?: string;
}
