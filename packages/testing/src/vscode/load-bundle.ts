import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';

/** What a bundle gets its modules from. */
export type Require = (name: string) => unknown;

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
