import * as vscode from 'vscode';
import type { AttemptStore } from '../attempts/attempt-store.ts';
import type { CreateCommands } from '../create/create-commands.ts';
import type { TextDocuments } from '../editor/documents.ts';
import type { CreateHistory } from './history.ts';
import { nameOf, type PastCreate, stateOf } from './history-entry.ts';
import { HistoryItem } from './history-view.ts';

interface HistoryCommandParts {
  readonly history: CreateHistory;
  readonly attempts: AttemptStore;
  readonly commands: Pick<CreateCommands, 'check' | 'sendAgain'>;
  readonly texts: TextDocuments;
}

type ForItem = (args: readonly unknown[]) => Promise<void>;

/** What the rows of the history do. */
export function createHistoryCommands({ history, attempts, commands, texts }: HistoryCommandParts) {
  /** Shows a create in the panel. */
  async function show(create: PastCreate): Promise<boolean> {
    const attempt = await history.attemptOf(create);
    if (attempt) await attempts.open(nameOf(create), attempt);
    return attempt !== undefined;
  }

  async function open(create: PastCreate): Promise<void> {
    if (!(await show(create)))
      await texts.open(nameOf(create).replaceAll('/', ' '), { text: details(create), kind: 'json' });
  }

  async function copyId({ customerId }: PastCreate): Promise<void> {
    if (customerId === undefined) return;
    await vscode.env.clipboard.writeText(customerId);
    vscode.window.setStatusBarMessage('ID copied.', 5000);
  }

  async function act(create: PastCreate, action: () => Promise<void>): Promise<void> {
    if (await show(create)) return action();
    const message = `No account here has sent ${nameOf(create)}. Add its account, or run “history check ${create.id}” in the terminal app.`;
    void vscode.window.showInformationMessage(message);
  }

  const forItem =
    (action: (create: PastCreate) => Promise<void>): ForItem =>
    async ([item]) => {
      if (item instanceof HistoryItem) await action(item.create);
    };
  return {
    open: forItem(open),
    copyId: forItem(copyId),
    resend: forItem((create) => act(create, commands.sendAgain)),
    check: forItem((create) => act(create, commands.check)),
  };
}

/** Everything that the ledger remembers of a create that is settled. */
function details(create: PastCreate): string {
  const { id, at, account, customerId } = create;
  const outcome = stateOf(create).title;
  const known = { customer: nameOf(create), outcome, account, customerId, at: new Date(at).toISOString() };
  return JSON.stringify({ ...known, ledgerId: id }, null, 2);
}
