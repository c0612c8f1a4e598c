import { accountMethod } from '@helpcrunch-customer-kit/language-server/protocol';
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import type { Language, LanguageParts } from '../contract/language-interface.ts';
import { clientOptions } from './client-options.ts';
import { answerFileRequests } from './customer-files.ts';
import { createOpenDocuments } from './open-documents.ts';

/** Starts the language server, in a process of its own or in a web worker, and the client that speaks with it. */
export async function startLanguage(parts: LanguageParts): Promise<Language> {
  const { extensionUri, documents } = parts;
  const open = createOpenDocuments(documents);
  const options = clientOptions(parts, open);
  const serverUri = vscode.Uri.joinPath(extensionUri, 'dist', 'server.js');
  const client = isBrowser()
    ? (await import('./worker-client.ts')).createWorkerClient(serverUri, options)
    : (await import('./node-client.ts')).createNodeClient(serverUri, options);
  const gaveUp = new vscode.EventEmitter<void>();
  let account = parts.account;

  const subscriptions = [
    gaveUp,
    client,
    answerFileRequests(client),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) open.clear();
      // It may have started again, from what it was told first.
      else if (account !== parts.account) tellAccount();
      if (newState === State.Stopped || newState === State.StartFailed) gaveUp.fire();
    }),
    documents.onDidChange((document) => open.follow(client, document)),
  ];
  function tellAccount(): void {
    void client.sendNotification(accountMethod, { account }).catch(() => undefined);
  }

  await client.start();
  return {
    setAccount(label) {
      account = label;
      if (client.state === State.Running) tellAccount();
    },
    onDidGiveUp: gaveUp.event,
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

/** The extension host in a browser is a web worker. */
function isBrowser(): boolean {
  return typeof WorkerGlobalScope !== 'undefined';
}
