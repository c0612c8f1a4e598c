import { createRedactor } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import { redacted } from './redacted.ts';

export interface Log extends vscode.Disposable {
  info(text: string): void;
  error(text: string): void;
  show(): void;
  /** A key that must never be written, beside everything that looks like one. */
  hide(secret: string): void;
  /** Takes out of a text what must never be written. */
  redact(text: string): string;
  /** For libraries that write by themselves; it hides the same. */
  readonly channel: vscode.LogOutputChannel;
}

/** The extension's channel in the Output view; every line goes through the redactor. */
export function createLog(): Log {
  const { learn, hide: redact } = createRedactor();
  const channel = redacted(
    vscode.window.createOutputChannel('HelpCrunch Customer Kit', { log: true }),
    redact,
  );
  return {
    channel,
    redact,
    info: (text) => channel.info(text),
    error: (text) => channel.error(text),
    show: () => channel.show(true),
    hide: learn,
    dispose: () => channel.dispose(),
  };
}
