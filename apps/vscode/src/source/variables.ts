import type { VariableSource, VariableValues } from '@helpcrunch-customer-kit/core';
import type { Disposable, Memento } from 'vscode';

const stateName = 'helpcrunch.counter';

/** Values for the variables of customer JSON. */
export interface Variables {
  /** A new value each time. */
  readonly next: VariableSource;
  /** What `{{counter}}` becomes next. */
  readonly nextCount: number;
  /** Calls a listener with each new `nextCount`. */
  onDidCount(listener: (next: number) => void): Disposable;
  /** The values of an attempt again, and new ones for variables that it did not have. */
  again(values: VariableValues | undefined): VariableSource;
}

/**
 * `{{counter}}` counts the customers that were read with it to be sent, from 1 on, for as long as the workspace exists. One that
 * was not sent in the end has used its number up, so that no number is used twice.
 */
export function createVariables(state: Memento): Variables {
  const listeners = new Set<(next: number) => void>();
  const last = () => state.get<number>(stateName, 0);
  const next: VariableSource = (name) => {
    switch (name) {
      case 'uuid':
        return crypto.randomUUID();
      case 'timestamp':
        return String(Math.floor(Date.now() / 1000));
      case 'counter': {
        const count = last() + 1;
        void state.update(stateName, count);
        for (const listener of listeners) listener(count + 1);
        return String(count);
      }
      default: {
        const unreachable: never = name;
        return unreachable;
      }
    }
  };
  return {
    next,
    get nextCount() {
      return last() + 1;
    },
    onDidCount(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    again: (values) => (name) => values?.[name] ?? next(name),
  };
}
