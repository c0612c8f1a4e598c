/** What a client and this server say to each other beyond the Language Server Protocol. */

/** What a client chooses in `initializationOptions`, each of them optional. */
export interface ClientSettings {
  /** The schema's part too, and syntax: for editors in which no JSON server has the schema. */
  readonly schemaFeatures?: boolean;
  /** Lenses above customers, for a client that has a command to create one. */
  readonly codeLens?: LensSettings;
  /** Where docs/rules.md stands; findings link to `rulesUrl#code`, or to this with the code in place of `{code}`. */
  readonly rulesUrl?: string;
  /** The client lists and reads customer files, by the two requests below. */
  readonly clientFiles?: boolean;
}

export interface LensSettings {
  /** The id of the client's command; it gets a `LensTarget`. */
  readonly command: string;
  /** The name of the account that customers go to. */
  readonly account: string;
}

/** The customer that a lens stands above. */
export interface LensTarget {
  readonly uri: string;
  /** A JSON Pointer to the customer in the file; `""` for the whole. */
  readonly path: string;
}

/** A notification `{account}`: customers go to another account from now on. */
export const accountMethod = 'helpcrunch/account';

/** Asks the client, with `{folder}`, for the URIs of the customer files in a folder. */
export const listFilesMethod = 'helpcrunch/listCustomerFiles';

/** Asks the client, with `{uri}`, for a file's text; `null` when there is none. */
export const readFileMethod = 'helpcrunch/readCustomerFile';
