import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';

/** What a bundle gets its modules from. */
type Require = (name: string) => unknown;

type Wrapper = (module: { exports: unknown }, exports: unknown, require: Require) => void;

/** Compiled once; executed again each time, so that no load knows of another. */
const compiled = new Map<string, Wrapper>();

/** Executes a CommonJS bundle as an editor does, and returns what it exports. */
export function loadBundle(path: string, require: Require): unknown {
  const run = compiled.get(path) ?? compile(path);
  compiled.set(path, run);
  const module: { exports: unknown } = { exports: {} };
  run(module, module.exports, require);
  return module.exports;
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
