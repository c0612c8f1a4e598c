import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const root: string = at('.');
export const wizard: string = at('apps/tui/dist/main.js');
export const wizardFolder: string = at('apps/tui');
export const extensionFolder: string = at('apps/vscode');
export const languageServer: string = at('packages/language-server/dist/bin/helpcrunch-language-server.js');
export const peersFolder: string = at('packages/bench/peers');
export const builtPeers: string = at('packages/bench/dist/peers');
export const page: string = at('docs/benchmarks.md');
export const plotFolder: string = at('docs/benchmarks');
