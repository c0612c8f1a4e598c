import { Position, type Range, type Uri } from './values.ts';

const nothing = { dispose() {} };

/** An event that never comes. */
export const never = () => nothing;

/** Notes what was shown, and where. */
type Show = (place: string, shown: unknown) => void;

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

/** Where an extension keeps things: its secrets apart from everything else. */
export interface Storage {
  readonly secrets: {
    get(name: string): Promise<string | undefined>;
    store(name: string, secret: string): Promise<void>;
    delete(name: string): Promise<void>;
    onDidChange(): { dispose(): void };
  };
  readonly workspaceState: Memento;
  readonly globalState: Memento;
}

interface Memento {
  keys(): readonly string[];
  get(name: string, standard?: unknown): unknown;
  update(name: string, value: unknown): Promise<void>;
}

export function createStorage(): Storage {
  const secrets = new Map<string, string>();
  return {
    secrets: {
      get: async (name) => secrets.get(name),
      store: async (name, secret) => void secrets.set(name, secret),
      delete: async (name) => void secrets.delete(name),
      onDidChange: () => ({ dispose() {} }),
    },
    workspaceState: createMemento(),
    globalState: createMemento(),
  };
}

/** The editor keeps JSON: what cannot be written that way does not come back. */
function createMemento(): Memento {
  const texts = new Map<string, string>();
  return {
    keys: () => [...texts.keys()],
    get(name, standard) {
      const text = texts.get(name);
      return text === undefined ? standard : JSON.parse(text);
    },
    async update(name, value) {
      if (value === undefined) texts.delete(name);
      else texts.set(name, JSON.stringify(value));
    },
  };
}

/** A document as the editor's API shows it; no event reports an edit. */
export interface FakeDocument {
  readonly uri: Uri;
  readonly languageId: string;
  readonly version: number;
  readonly lineCount: number;
  readonly isDirty: boolean;
  readonly isUntitled: boolean;
  readonly isClosed: boolean;
  readonly fileName: string;
  getText(range?: Range): string;
  offsetAt(position: Position): number;
  positionAt(offset: number): Position;
}

interface MadeDocument {
  readonly document: FakeDocument;
  /** Replaces the whole text. */
  edit(text: string): void;
}

export function makeDocument(uri: Uri, languageId: string, initial: string): MadeDocument {
  let text = initial;
  let version = 1;
  const starts = () => [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offsetAt = ({ line, character }: Position) =>
    Math.min(text.length, (starts()[line] ?? text.length) + character);
  const document: FakeDocument = {
    uri,
    languageId,
    get version() {
      return version;
    },
    get lineCount() {
      return starts().length;
    },
    isDirty: false,
    isUntitled: uri.scheme === 'untitled',
    isClosed: false,
    fileName: uri.path,
    getText: (range) => (range ? text.slice(offsetAt(range.start), offsetAt(range.end)) : text),
    offsetAt,
    positionAt(offset) {
      const line = starts().findLastIndex((start) => start <= offset);
      return new Position(line, offset - (starts()[line] ?? 0));
    },
  };
  return {
    document,
    edit(edited) {
      text = edited;
      version += 1;
    },
  };
}
