import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What is done to a program from inside, before it begins (`node --import`); see `faultPoint`. */
export interface FaultPoint {
  /** The folder whose changes are counted. */
  readonly root: string;
  /** The number of the change at which it happens. */
  readonly at: number;
  /** `kill`: SIGKILL before that change. Else every change from there on fails with an error of this code. */
  readonly how: 'kill' | 'ENOSPC' | 'EROFS';
  /** Of a write: half of it is done first. */
  readonly isHalf: boolean;
  /** Added to the clock, in milliseconds. */
  readonly clockMs: number;
}

const variable = 'KIT_FAULT_POINT';

/** What makes a program meet a fault point. */
export function faultPoint(point: Partial<FaultPoint>): Record<string, string> {
  const whole = { root: '/nowhere', at: Number.MAX_SAFE_INTEGER, how: 'kill', isHalf: false, clockMs: 0 };
  return {
    NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import=${import.meta.url}`,
    [variable]: JSON.stringify({ ...whole, ...point }),
  };
}

type Act = (...values: unknown[]) => unknown;

const text = process.env[variable];
if (text !== undefined) {
  const point: FaultPoint = JSON.parse(text);
  setClock(point.clockMs);
  countChanges(point);
}

function setClock(milliseconds: number): void {
  const now = Date.now;
  Date.now = () => now() + milliseconds;
}

/** Wraps what changes files, in this process's `node:fs` and `node:fs/promises`. */
function countChanges({ root, at, how, isHalf }: FaultPoint): void {
  const ours = new Set<unknown>();
  let changes = 0;

  const wrap = (owner: object, name: string, isCounted: (values: unknown[]) => boolean): void => {
    const original = Reflect.get(owner, name) as Act;
    Reflect.set(owner, name, (...values: unknown[]) => {
      const act = () => original.apply(owner, values);
      if (!isCounted(values)) return act();
      const number = changes;
      changes += 1;
      if (number < at) return act();
      if (how === 'kill') {
        const result = isHalf ? halfOf(name, values)?.(original.bind(owner)) : undefined;
        const kill = () => process.kill(process.pid, 'SIGKILL');
        return result instanceof Promise ? result.then(kill) : kill();
      }
      const error = Object.assign(new Error(`${how}: injected`), { code: how, path: String(values[0]) });
      // A full disk still renames and deletes.
      if (how === 'ENOSPC' && /^(?:rename|rm|unlink|chmod|link)/.test(name)) return act();
      if (name.endsWith('Sync')) throw error;
      return Promise.reject(error);
    });
  };

  const isInside = ([path]: unknown[]) => typeof path === 'string' && path.startsWith(root);
  const writes = (values: unknown[]) => isInside(values) && /[wa+]/.test(String(values[1] ?? 'r'));
  for (const name of ['mkdir', 'rename', 'link', 'unlink', 'rm', 'chmod']) {
    wrap(fs.promises, name, isInside);
    wrap(fs, `${name}Sync`, isInside);
  }
  wrap(fs.promises, 'open', writes);
  wrap(fs, 'openSync', writes);
  for (const name of ['writeFileSync', 'writeSync', 'fsyncSync', 'fdatasyncSync', 'ftruncateSync'])
    wrap(fs, name, ([file]) => ours.has(file));

  const open = fs.promises.open;
  fs.promises.open = async (...values) => {
    const handle = await open(...values);
    if (isInside(values)) {
      for (const name of ['write', 'writeFile', 'datasync', 'sync', 'truncate', 'chmod'])
        wrap(handle, name, () => true);
    }
    return handle;
  };
  const openSync = fs.openSync;
  fs.openSync = (...values) => {
    const file = openSync(...values);
    if (isInside(values)) ours.add(file);
    return file;
  };
  syncBuiltinESMExports();
}

/** A handle's `write(bytes, offset, length, position)`, or `writeSync(file, bytes, offset)`, with half of the length. */
function halfOf(name: string, values: unknown[]): ((write: Act) => unknown) | undefined {
  if (name === 'write') {
    const [bytes, offset, length, position] = values;
    return (write) => write(bytes, offset, Math.floor(Number(length) / 2), position);
  }
  if (name !== 'writeSync') return undefined;
  const [file, bytes, offset = 0] = values as [number, Uint8Array, number?];
  return (write) => write(file, bytes, offset, Math.floor((bytes.length - offset) / 2));
}
