import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, Hover, Position } from 'vscode-languageserver-types';

/** What a client and this server exchange beyond the Language Server Protocol. */

/** The client's `initializationOptions`; all are optional. */
export interface ClientSettings {
  /** Schema completion, hovers and syntax errors too, for editors without a JSON server that has the schema. */
  readonly schemaFeatures?: boolean;
  /** Lenses above customers, for a client with a command that creates one. */
  readonly codeLens?: LensSettings;
  /** The address of docs/rules.md. Diagnostics link to `rulesUrl#code`, or to it with the code for `{code}`. */
  readonly rulesUrl?: string;
  /** What `{{counter}}` becomes in the next customer that the client creates. */
  readonly nextCount?: number;
  /** The client lists and reads customer files with the two requests below. */
  readonly clientFiles?: boolean;
}

export interface LensSettings {
  /** The id of the client's command; its argument is a `LensTarget`. */
  readonly command: string;
  /** The name of the account that the command creates customers in. */
  readonly account: string;
}

/** What a lens creates. */
export interface LensTarget {
  readonly uri: string;
  /** A JSON Pointer to the customer in the file; `""` for the whole file. */
  readonly path: string;
  /** All customers of the file are meant. */
  readonly isAll?: true;
}

/** A notification `{account}`: the account has changed. */
export const accountMethod = 'helpcrunch/account';

/** A notification `{next}`: `nextCount` has changed. */
export const counterMethod = 'helpcrunch/counter';

/** Requests from the client, with `{folder}`, the URIs of the customer files in a folder. */
export const listFilesMethod = 'helpcrunch/listCustomerFiles';

/** Requests from the client, with `{uri}`, a file's text; `null` when there is none. */
export const readFileMethod = 'helpcrunch/readCustomerFile';

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
