import { hideKeys } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';

export interface Log extends vscode.Disposable {
  info(text: string): void;
  error(text: string): void;
  show(): void;
  /** A key that must never be written, beside everything that looks like one. */
  hide(secret: string): void;
}

/** The extension's channel in the Output view; every line goes through the redactor. */
export function createLog(): Log {
  const channel = vscode.window.createOutputChannel('HelpCrunch Customer Kit', { log: true });
  const secrets = new Set<string>();
  return {
    info: (text) => channel.info(hideKeys(text, [...secrets])),
    error: (text) => channel.error(hideKeys(text, [...secrets])),
    show: () => channel.show(true),
    hide(secret) {
      secrets.add(secret);
    },
    dispose: () => channel.dispose(),
  };
}
