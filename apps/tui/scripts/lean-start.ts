import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/** Takes out of the bundle what Ink brings along and what only costs time before the first frame. */
export const leanStart: Plugin = {
  name: 'lean-start',
  setup(build) {
    // Ink's version 8 compiles the expression for every emoji there is, at the first "·"; version 9 does it at the
    // first emoji. One of them measures everything: what Ink draws and what the views count on.
    const stringWidth = fileURLToPath(import.meta.resolve('string-width'));
    build.onResolve({ filter: /^string-width$/ }, () => ({ path: stringWidth }));

    // Yoga takes its WebAssembly, which is in this very file, through fetch where there is one, and Node sets up its
    // whole HTTP client for that. Without fetch it decodes the text.
    build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => ({
      contents: `var fetch;\n${await readFile(path, 'utf8')}`,
    }));
  },
};
