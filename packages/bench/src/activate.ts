// Prints how long a bundle takes to load, and to activate if it is an entry, in milliseconds: node activate.ts BUNDLE
import { createRequire, Module } from 'node:module';
import { performance } from 'node:perf_hooks';
import { anyVscode } from '@helpcrunch-customer-kit/testing/vscode/load-bundle';

const [bundle = ''] = process.argv.slice(2);
const load = createRequire(import.meta.url);

// `vscode` is provided by the editor to the extensions that it loads.
const own = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
const loadAny = own._load;
own._load = (name, ...rest) => (name === 'vscode' ? anyVscode : loadAny(name, ...rest));

const start = performance.now();
const { activate } = load(bundle) as { readonly activate?: (context: unknown) => void };
const anything = Reflect.get(anyVscode, 'env');
activate?.({ subscriptions: [], extensionUri: anything, secrets: anything, workspaceState: anything });
process.stdout.write(String(performance.now() - start));
