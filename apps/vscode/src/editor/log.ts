import { createRedactor } from '@helpcrunch-customer-kit/core';
import type { LogOutputChannel } from 'vscode';
import * as vscode from 'vscode';

export interface Log extends vscode.Disposable {
  info(text: string): void;
  error(text: string): void;
  show(): void;
  /** A key that must never be written. Everything that looks like a key is hidden too. */
  hide(secret: string): void;
  /** Removes from a text what must never be written. */
  redact(text: string): string;
  /** For libraries that write themselves; it hides the same. */
  readonly channel: vscode.LogOutputChannel;
}

/** The extension's channel in the Output view; every line is redacted. */
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

/** A channel that redacts everything before it writes it. */
function redacted(channel: LogOutputChannel, redact: (text: string) => string): LogOutputChannel {
  const line = (message: unknown, rest: readonly unknown[]) =>
    redact([message, ...rest].map(String).join(' '));
  return {
    name: channel.name,
    get logLevel() {
      return channel.logLevel;
    },
    onDidChangeLogLevel: channel.onDidChangeLogLevel,
    trace: (message, ...rest) => channel.trace(line(message, rest)),
    debug: (message, ...rest) => channel.debug(line(message, rest)),
    info: (message, ...rest) => channel.info(line(message, rest)),
    warn: (message, ...rest) => channel.warn(line(message, rest)),
    error: (message, ...rest) => channel.error(line(message, rest)),
    append: (text) => channel.append(redact(text)),
    appendLine: (text) => channel.appendLine(redact(text)),
    replace: (text) => channel.replace(redact(text)),
    clear: () => channel.clear(),
    show: () => channel.show(true),
    hide: () => channel.hide(),
    dispose: () => channel.dispose(),
  };
}
