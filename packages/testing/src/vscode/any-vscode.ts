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
