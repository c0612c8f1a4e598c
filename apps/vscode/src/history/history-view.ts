import type { Tone } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import type { HistoryView } from '../entry/contract.ts';
import type { CreateHistory } from './history.ts';
import { nameOf, type PastCreate, stateOf } from './history-entry.ts';

/** A row of the view. */
export class HistoryItem extends vscode.TreeItem {
  readonly create: PastCreate;

  constructor(create: PastCreate, now: number) {
    super(nameOf(create));
    this.create = create;
    const { id, at, account, isLive, name, customerId, isUnresolved, attempt } = create;
    const { title, tone } = stateOf(create);
    // Without a name, the ID is the label.
    const ids = customerId === undefined || name === undefined ? [] : [`ID ${customerId}`];
    const time = timeText(at, now);
    this.id = id;
    // In a narrow side bar only its start is in view. The icon shows what became of a customer with an ID.
    this.description = [ids[0] ?? title, time, account].join(' · ');
    this.iconPath = icons[tone];
    this.tooltip = [
      nameOf(create),
      title,
      isLive ? `${account} (live)` : account,
      ...ids,
      new Date(at).toLocaleString(),
    ].join('\n');
    this.accessibilityInformation = { label: [nameOf(create), title, account, ...ids, time].join(', ') };
    // What the menus offer: words that `when` clauses look for.
    this.contextValue = [
      ...(customerId === undefined ? [] : ['id']),
      ...(isUnresolved ? ['unknown'] : []),
      ...(attempt || isUnresolved ? ['sendable'] : []),
    ].join(' ');
    this.command = { command: 'helpcrunch.history.open', title: 'Open', arguments: [this] };
  }
}

const icons: Readonly<Record<Tone, vscode.ThemeIcon>> = {
  good: new vscode.ThemeIcon('check', new vscode.ThemeColor('testing.iconPassed')),
  bad: new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed')),
  unsure: new vscode.ThemeIcon('question', new vscode.ThemeColor('editorWarning.foreground')),
  neutral: new vscode.ThemeIcon('circle-slash'),
};

/** Only the time for today, else the date too. */
function timeText(at: number, now: number): string {
  const [date, today] = [new Date(at), new Date(now)];
  const time = date.toLocaleTimeString(undefined, { timeStyle: 'short' });
  if (date.toDateString() === today.toDateString()) return time;
  return `${date.toLocaleDateString(undefined, { dateStyle: 'medium' })}, ${time}`;
}

/** Fills the view, and fills it again when something changed. */
export function connectHistoryView(
  view: HistoryView,
  history: CreateHistory,
  isOncePerWindow: boolean,
): vscode.Disposable {
  const { tree } = view;
  view.fill(async () => {
    const { creates, problems } = await history.list();
    const perWindow =
      isOncePerWindow && creates.length > 0 ? ['Only of this window: a browser keeps no history.'] : [];
    tree.message = [...perWindow, ...problems].join(' ');
    return creates.map((create) => new HistoryItem(create, Date.now()));
  });
  return vscode.Disposable.from(
    history.onDidChange(view.refresh),
    // Another window or the terminal may have sent something.
    tree.onDidChangeVisibility(({ visible }) => {
      if (visible) view.refresh();
    }),
  );
}
