import type { Plugin } from 'esbuild';

/** Takes out of the bundle what zod brings along and nothing asks for: its messages in 50 languages. */
export const leanServer: Plugin = {
  name: 'lean-server',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};
