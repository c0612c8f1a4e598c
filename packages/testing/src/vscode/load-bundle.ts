import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** What a bundle gets its modules from. */
export type Require = (name: string) => unknown;

type Wrapper = (module: { exports: unknown }, exports: unknown, require: Require) => void;

/** Compiled once; executed again each time, so that no load knows of another. */
const compiled = new Map<string, Wrapper>();

/** Executes one CommonJS file of a bundle as an editor does, and returns what it exports. */
export function loadBundle(path: string, require: Require): unknown {
  const run = compiled.get(path) ?? compile(path);
  compiled.set(path, run);
  const module: { exports: unknown } = { exports: {} };
  run(module, module.exports, require);
  return module.exports;
}

/** Loads files of a folder, and those that they require, each once; other modules come from `require`. */
export function loadFrom(folder: string, require: Require): Require {
  const loaded = new Map<string, unknown>();
  return function load(name) {
    if (!name.startsWith('./')) return require(name);
    if (!loaded.has(name)) loaded.set(name, loadBundle(join(folder, name), load));
    return loaded.get(name);
  };
}

function compile(path: string): Wrapper {
  const source = readFileSync(path, 'utf8');
  return new Script(`(function (module, exports, require) {${source}\n})`, {
    filename: path,
  }).runInThisContext() as Wrapper;
}
