import * as vscode from 'vscode';
import type { LanguageModule } from './contract.ts';
import type { AppModule, ImportModule } from './host-parts.ts';
import { register } from './register.ts';

/** The files of each part that is loaded on demand, put in by the bundler. */
declare const WEB_PARTS: Readonly<Record<'app' | 'language' | 'import' | 'server', readonly string[]>>;

export function activate(context: vscode.ExtensionContext): void {
  const { load, startWorker } = createLoader(vscode.Uri.joinPath(context.extensionUri, 'dist'));
  register(context, {
    loadApp: async () => (await load('app')) as AppModule,
    loadLanguage: async () => (await load('language')) as LanguageModule,
    loadImports: async () => (await load('import')) as ImportModule,
    startServer: () => startWorker('server'),
    accountFile: undefined,
    listen: undefined,
    openLedger: undefined,
    readHistory: undefined,
    agents: undefined,
  });
}

type Part = keyof typeof WEB_PARTS;

/**
 * Loads parts as Node would: the `require` of the web extension host knows `vscode` and no files, and a worker has none. So
 * the files are read first, and run as CommonJS modules, each once.
 */
export function createLoader(folder: vscode.Uri) {
  const texts = new Map<string, Promise<string>>();
  async function read(part: Part): Promise<[name: string, text: string][]> {
    return Promise.all(
      WEB_PARTS[part].map(async (file) => {
        const uri = vscode.Uri.joinPath(folder, file);
        const text = texts.get(file) ?? readText(uri);
        texts.set(file, text);
        text.catch(() => texts.delete(file));
        return [`./${file}`, `${await text}\n//# sourceURL=${uri.toString(true)}\n`];
      }),
    );
  }
  const modules: Modules = {};
  const require = requireFrom(modules, vscode);
  return {
    async load(part: Part): Promise<unknown> {
      for (const [name, text] of await read(part))
        modules[name] ??= new Function('module', 'exports', 'require', text) as Run;
      return require(`./${part}.js`);
    },
    async startWorker(part: Part): Promise<Worker> {
      const runs = (await read(part)).map(
        ([name, text]) => `${JSON.stringify(name)}: function (module, exports, require) {${text}}`,
      );
      const script = `(${requireFrom})({${runs.join(',')}})('./${part}.js')`;
      return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    },
  };
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

type Run = (module: { exports: unknown }, exports: unknown, require: (name: string) => unknown) => void;
type Modules = Record<string, Run>;

/** Workers get the source of this function, so it may use nothing around it. */
function requireFrom(runs: Modules, editor?: unknown): (name: string) => unknown {
  const made: Record<string, { exports: unknown }> = {};
  return function require(name) {
    if (name === 'vscode') return editor;
    const run = runs[name];
    // A module of Node, which what runs in a browser only names.
    if (!run) return {};
    const known = made[name];
    if (known) return known.exports;
    const module = { exports: {} };
    made[name] = module;
    run(module, module.exports, require);
    return module.exports;
  };
}
