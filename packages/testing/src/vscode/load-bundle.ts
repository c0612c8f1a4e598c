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

/** Can be called, constructed and read from without end, and does nothing. */
const anything: unknown = new Proxy(class {}, {
  get: (target, name) => (name === 'prototype' ? target.prototype : anything),
  apply: () => anything,
  // A class that extends it keeps its own members.
  construct: (target, values, made) =>
    made === anything ? (anything as object) : Reflect.construct(target, values, made),
});

/** No editor is in view: an extension that waits for customer JSON goes on waiting. */
const window = new Proxy({}, { get: (_, name) => (name === 'activeTextEditor' ? undefined : anything) });

/**
 * A `vscode` module that has every name, to load a bundle with; see `createFakeVscode` for one that works. The names are
 * its prototype's: a bundle copies a module's own names, and keeps its prototype.
 */
export const anyVscode: object = Object.create(
  new Proxy({}, { get: (_, name) => (name === 'window' ? window : anything) }),
);
