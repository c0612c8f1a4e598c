import type { TextDocuments } from 'vscode-languageserver';
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { crashLog } from './crash-log.ts';
import type { Runtime } from './runtime.ts';

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** Places in a text that has changed since are refused; what is about the whole text is told of the newest. */
export type WhenChanged = 'refuse' | 'go-on';

/** Makes the handler of a request about a document. */
export type Answer = <Params extends DocumentParams, Result>(
  feature: string,
  empty: Result,
  run: (document: TextDocument, params: Params) => Result | Promise<Result>,
  whenChanged?: WhenChanged,
) => (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>>;

/**
 * Answers one at a time, after the messages that wait: what was cancelled meanwhile is not computed, what is about text
 * that has changed is refused, and a mistake of ours is logged and answered with nothing.
 */
export function createAnswer(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { soon }: Runtime,
): Answer {
  return (feature, empty, run, whenChanged = 'refuse') =>
    async (params, token) => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return empty;
      const { version } = document;
      await new Promise<void>((resolve) => soon(resolve));
      if (token.isCancellationRequested)
        return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled');
      if (whenChanged === 'refuse' && document.version !== version) {
        return new ResponseError<never>(LSPErrorCodes.ContentModified, 'The text has changed');
      }
      try {
        return await run(document, params);
      } catch (error) {
        connection.console.error(crashLog(feature, error));
        return empty;
      }
    };
}
