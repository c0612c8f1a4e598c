import type { Files } from '../src/ledger/durable-files.ts';
import { systemFiles } from '../src/ledger/durable-files.ts';

/** One call to the file system, by its name. */
export type Step = string;

export type Fault =
  /** As if the process were killed there: this call and all later ones never return. */
  | { readonly kind: 'stop'; readonly at: number }
  /** The same, in the middle of a write. */
  | { readonly kind: 'stop-half'; readonly at: number }
  /** This call fails, or every one from there on. */
  | { readonly kind: 'fail'; readonly at: number; readonly code: string; readonly forever?: boolean };

const never = new Promise<never>(() => {});

/** The file system with a fault at one of its calls; `onFault` runs when it is reached. */
export function faultFiles(fault: Fault | undefined, onFault: () => void = () => {}) {
  const steps: Step[] = [];

  const call = async (name: string, act: (half: boolean) => Promise<unknown>): Promise<unknown> => {
    const step = steps.length;
    steps.push(name);
    if (!fault || step < fault.at) return act(false);
    if (fault.kind === 'fail') {
      if (step > fault.at && !fault.forever) return act(false);
      if (step === fault.at) onFault();
      throw Object.assign(new Error(`${fault.code}: injected`), { code: fault.code });
    }
    if (step === fault.at) {
      if (fault.kind === 'stop-half' && name === 'write') await act(true);
      onFault();
    }
    return never;
  };

  const wrap = (target: object): object =>
    new Proxy(target, {
      get(_, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        // Closing changes nothing on disk.
        if (name === 'close') return value.bind(target);
        return (...values: unknown[]) =>
          call(String(name), async (half) => {
            const result: unknown = await value.apply(target, half ? halved(values) : values);
            return name === 'open' ? wrap(result as object) : result;
          });
      },
    });

  return { files: wrap({ ...systemFiles }) as Files, steps };
}

/** `write(bytes, offset, length, position)` with half of the length. */
function halved([bytes, offset, length, position]: unknown[]): unknown[] {
  return [bytes, offset, Math.floor(Number(length) / 2), position];
}
