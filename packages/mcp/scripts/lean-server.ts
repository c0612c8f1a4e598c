import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const root = new URL('..', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/** What a bundler needs to bundle the server. */
export const server = {
  entryPoint: fileURLToPath(new URL('src/main.ts', root)),
  define: { KIT_VERSION: JSON.stringify(version) },
};

/** Takes out of the bundle what is large, slow to load, and not needed here. */
export const leanServer: Plugin = {
  name: 'lean-server',
  setup(build) {
    // Zod brings its messages in 50 languages.
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
    // Nothing here reads JSON Schema into zod, but zod exports itself as one object.
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]classic[\\/]from-json-schema\.js$/ }, () => ({
      contents: 'export const fromJSONSchema = undefined;',
    }));
    // Of its two validators of JSON Schema, the protocol's package gives Node the one that generates code. A bundle for both
    // of the editor's hosts would get the parts for a browser, which has no standard input.
    build.onLoad(
      { filter: /[\\/]@modelcontextprotocol[\\/]server[\\/]dist[\\/]shims(?:Node|Browser)\.mjs$/ },
      ({ path }) => ({
        contents: `
        export { CfWorkerJsonSchemaValidator as DefaultJsonSchemaValidator } from '@modelcontextprotocol/server/validators/cf-worker';
        export { default as process } from 'node:process';
      `,
        resolveDir: dirname(path),
      }),
    );
  },
};
