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
