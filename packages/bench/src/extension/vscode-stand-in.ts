/** What can be called, made and read on without end, and does nothing. */
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
 * The editor's module, with every name in it. The names are its prototype's: a bundle copies a module's own ones,
 * and keeps its prototype.
 */
export const vscodeStandIn: object = Object.create(
  new Proxy({}, { get: (_, name) => (name === 'window' ? window : anything) }),
);
