const nothing = { dispose() {} };

/** An event that never comes. */
export const never = () => nothing;

/** Notes what was shown, and where. */
export type Show = (place: string, shown: unknown) => void;

export function outputChannel(show: Show) {
  const write = (...reported: readonly unknown[]) => show('the log', reported.map(String).join(' '));
  return {
    info: write,
    error: write,
    warn: write,
    debug: write,
    trace: write,
    append: write,
    appendLine: write,
    show() {},
    dispose() {},
  };
}

export function statusBarItem(show: Show) {
  return new Proxy<Record<string, unknown>>(
    { show() {}, hide() {}, dispose() {} },
    {
      set(item, name, value) {
        show('the status bar', value);
        return Reflect.set(item, name, value);
      },
    },
  );
}

/** `onListen` gets what the extension does with a message from the panel's page. */
export function webviewPanel(show: Show, onListen: (listener: (message: unknown) => void) => void) {
  const webview = {
    options: {},
    cspSource: 'https://panel.invalid',
    asWebviewUri: (uri: unknown) => uri,
    onDidReceiveMessage(listener: (message: unknown) => void) {
      onListen(listener);
      return nothing;
    },
    async postMessage(message: unknown) {
      show('the panel', message);
      return true;
    },
    set html(page: string) {
      show('the panel', page);
    },
  };
  return {
    webview,
    visible: true,
    onDidDispose: never,
    onDidChangeViewState: never,
    reveal() {},
    dispose() {},
  };
}

export function diagnostics(show: Show) {
  return {
    set: (_uri: unknown, problems: unknown) => show('the problems', problems),
    delete() {},
    clear() {},
    dispose() {},
  };
}
