/** A terminal as Ink gets it. */
export interface InkOutput {
  /** The terminal itself, but for changes of its size: Ink would erase what no longer lies where Ink has drawn it. */
  readonly stream: NodeJS.WriteStream;
  /** Does something; what that writes to `stream` goes nowhere. */
  withoutWriting(act: () => void): void;
}

export function createInkOutput(output: NodeJS.WriteStream): InkOutput {
  let isDeaf = false;
  const write = (...given: Parameters<NodeJS.WriteStream['write']>) => isDeaf || output.write(...given);
  const stream: NodeJS.WriteStream = new Proxy(output, {
    get(target, key) {
      if (key === 'write') return write;
      if (key === 'on') {
        return (event: string, listener: () => void) => {
          if (event !== 'resize') target.on(event, listener);
          return stream;
        };
      }
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    stream,
    withoutWriting(act) {
      isDeaf = true;
      try {
        act();
      } finally {
        isDeaf = false;
      }
    },
  };
}
