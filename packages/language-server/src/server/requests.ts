import { hideKeys } from '@helpcrunch-customer-kit/core';
import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Runtime } from '../protocol.ts';

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** For text that changed since: requests with a position are refused, others get the newest text. */
export type WhenChanged = 'refuse' | 'use-newest';

/** Makes the handler of a request about a document. */
export type HandleRequest = <Params extends DocumentParams, Result>(
  feature: string,
  empty: Result,
  run: (document: TextDocument, params: Params) => Result | Promise<Result>,
  whenChanged?: WhenChanged,
) => (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>>;

/**
 * Runs requests one at a time, after the queued messages: a request that was canceled meanwhile is not computed, one
 * about changed text is refused, and an internal error is logged and answered with `empty`.
 */
export function createRequestHandler(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { soon }: Runtime,
): HandleRequest {
  return (feature, empty, run, whenChanged = 'refuse') =>
    async (params, token) => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return empty;
      const { version } = document;
      await new Promise<void>((resolve) => soon(resolve));
      if (token.isCancellationRequested)
        return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Canceled');
      if (whenChanged === 'refuse' && document.version !== version) {
        return new ResponseError<never>(LSPErrorCodes.ContentModified, 'The text has changed');
      }
      try {
        return await run(document, params);
      } catch (error) {
        connection.console.error(internalErrorLog(feature, error));
        return empty;
      }
    };
}

/** The log of an internal error: where it happened, without its message, which may quote the file. */
export function internalErrorLog(feature: string, error: unknown): string {
  if (!(error instanceof Error)) return `${feature} failed: ${typeof error}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return hideKeys([`${feature} failed: ${error.name}`, ...frames.slice(0, 8)].join('\n'));
}
