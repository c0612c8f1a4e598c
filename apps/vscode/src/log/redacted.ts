import type { LogOutputChannel } from 'vscode';

/** A channel that writes nothing before a redactor has seen it. */
export function redacted(channel: LogOutputChannel, redact: (text: string) => string): LogOutputChannel {
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
