import { CodeLensRefreshRequest, type Connection, NotificationType } from 'vscode-languageserver';
import { accountMethod, type LensSettings } from '../protocol.ts';
import type { CustomerService } from '../service/customer-service.ts';
import type { Answer } from './answer.ts';

const accountNotification: NotificationType<{ readonly account: string }> = new NotificationType(
  accountMethod,
);

/** Answers with the lenses above customers, which name the account of the moment. */
export function answerLenses(
  connection: Connection,
  answer: Answer,
  service: CustomerService,
  chosen: LensSettings,
  canRefresh: boolean,
): void {
  let settings = chosen;
  connection.onCodeLens(answer('lenses', [], (document) => service.codeLenses(document, settings)));
  connection.onNotification(accountNotification, ({ account }) => {
    if (typeof account !== 'string') return;
    settings = { ...settings, account };
    if (canRefresh) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  });
}
