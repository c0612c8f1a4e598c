import {
  createStorage,
  diagnostics,
  type FakeDocument,
  makeDocument,
  never,
  outputChannel,
  type Storage,
  statusBarItem,
  webviewPanel,
} from './parts.ts';
import * as values from './values.ts';

export interface FakeVscodeOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The text of the active editor's document; empty by default. */
  readonly text?: string;
  /** Documents that are open besides it. */
  readonly documents?: readonly FakeDocument[];
  /** Resolves when the person cancels what shows its progress; never by default. */
  readonly cancel?: Promise<void>;
  /** The button that the person presses in a dialog; Escape by default. */
  readonly answer?: (dialog: Dialog) => Promise<string | undefined>;
}

/** A question that blocks the window. */
export interface Dialog {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** VS Code without a window. It keeps everything that an extension shows, writes or stores, to be looked through. */
export interface FakeVscode {
  /** What `require('vscode')` gives. */
  readonly api: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
  /** Runs a command that was registered. */
  run(command: string): Promise<unknown>;
  /** Sends a message as the page of the open panel does. */
  sendFromPanel(message: unknown): void;
  /** The commands that were registered, in order. */
  commands(): readonly string[];
  readonly storage: Storage;
  readonly document: FakeDocument;
  /** Replaces the text of the document. */
  edit(text: string): void;
  /** A line each, by the place where it was to be seen. */
  readonly seen: readonly { readonly place: string; readonly text: string }[];
}

type Command = (...args: readonly unknown[]) => Promise<unknown>;

const nothing = { dispose() {} };

export function createFakeVscode({
  settings = {},
  text = '',
  documents: others = [],
  cancel = new Promise(() => {}),
  answer = async () => undefined,
}: FakeVscodeOptions = {}): FakeVscode {
  const seen: { readonly place: string; readonly text: string }[] = [];
  const show = (place: string, shown: unknown) => {
    seen.push({ place, text: typeof shown === 'string' ? shown : (JSON.stringify(shown) ?? '') });
  };
  const storage = createStorage();
  const commands = new Map<string, Command>();
  // No customer JSON by its name: the language server stays out of it.
  const { document, edit } = makeDocument(values.Uri.file('/customers/ada.json'), 'json', text);
  const documents = [document, ...others];
  const editor = { document, selections: [cursor()], selection: cursor(), viewColumn: 1 };
  let clipboard = '';
  let panelListener: (message: unknown) => void = () => {};

  /** The person answers dialogs, and leaves other messages alone. */
  const ask =
    (place: string) =>
    async (message: string, ...rest: readonly unknown[]): Promise<unknown> => {
      show(place, [message, ...rest]);
      const [options, ...items] = rest;
      const isModal = typeof options === 'object' && options !== null && 'modal' in options && options.modal;
      const detail = isModal && 'detail' in options ? String(options.detail) : '';
      return isModal ? answer({ message, detail, buttons: items.map(String) }) : undefined;
    };

  const window = {
    activeTextEditor: editor,
    visibleTextEditors: [editor],
    activeNotebookEditor: undefined,
    state: { focused: true, active: true },
    createOutputChannel: () => outputChannel(show),
    createStatusBarItem: () => statusBarItem(show),
    createWebviewPanel: () =>
      webviewPanel(show, (listener) => {
        panelListener = listener;
      }),
    createTreeView: () => ({ message: '', onDidChangeVisibility: never, dispose() {} }),
    tabGroups: { all: [], onDidChangeTabs: never, close: async () => true },
    showInformationMessage: ask('a message'),
    showWarningMessage: ask('a warning'),
    showErrorMessage: ask('an error message'),
    setStatusBarMessage(message: string) {
      show('the status bar', message);
      return nothing;
    },
    async showTextDocument(shown: FakeDocument) {
      show('a document', shown.getText());
      return editor;
    },
    showQuickPick: async () => undefined,
    showInputBox: async () => undefined,
    async withProgress(options: unknown, task: (progress: unknown, token: unknown) => Promise<unknown>) {
      show('progress', options);
      const listeners: (() => void)[] = [];
      const token = {
        isCancellationRequested: false,
        onCancellationRequested(listener: () => void) {
          listeners.push(listener);
          return nothing;
        },
      };
      void cancel.then(() => {
        for (const listener of listeners) listener();
      });
      return task({ report: (reported: unknown) => show('progress', reported) }, token);
    },
  };

  const workspace = {
    isTrusted: true,
    textDocuments: documents,
    notebookDocuments: [],
    fs: { isWritableFileSystem: (scheme: string) => scheme === 'file' || scheme === 'untitled' },
    workspaceFolders: undefined,
    getConfiguration: () => ({ get: (name: string, standard?: unknown) => settings[name] ?? standard }),
    async openTextDocument({ language = 'json', content = '' }: { language?: string; content?: string }) {
      const { document: opened } = makeDocument(
        values.Uri.from({ scheme: 'untitled', path: `Untitled-${documents.length}` }),
        language,
        content,
      );
      documents.push(opened);
      show('a document', content);
      return opened;
    },
  };

  const api = {
    ...values,
    window: quiet(window),
    workspace: quiet(workspace),
    commands: {
      executeCommand: async () => undefined,
      registerCommand(id: string, command: Command) {
        commands.set(id, command);
        return nothing;
      },
    },
    languages: quiet({ createDiagnosticCollection: () => diagnostics(show) }),
    env: {
      clipboard: {
        readText: async () => clipboard,
        async writeText(written: string) {
          clipboard = written;
          show('the clipboard', written);
        },
      },
    },
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    ProgressLocation: { SourceControl: 1, Window: 10, Notification: 15 },
    StatusBarAlignment: { Left: 1, Right: 2 },
    ViewColumn: { Active: -1, Beside: -2, One: 1 },
  };
  const context = {
    subscriptions: [],
    extensionUri: values.Uri.file('/extension'),
    globalStorageUri: values.Uri.file('/extension-storage'),
    secrets: storage.secrets,
    workspaceState: storage.workspaceState,
    globalState: storage.globalState,
  };
  async function run(id: string): Promise<unknown> {
    const command = commands.get(id);
    if (!command) throw new Error(`The extension has no command ${id}.`);
    return command();
  }
  return {
    api,
    context,
    run,
    sendFromPanel: (message) => panelListener(message),
    commands: () => [...commands.keys()],
    storage,
    document,
    edit,
    seen,
  };
}

function cursor(): values.Selection {
  return new values.Selection(0, 1, 0, 1);
}

/** What is registered is never called, and no event ever comes. */
function quiet<Api extends object>(api: Api): Api {
  return new Proxy(api, {
    get: (target, key) =>
      typeof key === 'string' && !(key in target) && /^(?:on|register)[A-Z]/.test(key)
        ? never
        : Reflect.get(target, key),
  });
}
