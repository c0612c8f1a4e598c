/** A terminal as Ink gets it. */
export interface InkOutput {
  /** The terminal itself, but for changes of its size: Ink would erase what no longer lies where Ink has drawn it. */
  readonly stream: NodeJS.WriteStream;
  /** Does something; what that writes to `stream` goes nowhere. */
  withoutWriting(act: () => void): void;
}

/** A style that ends where it begins: left over where Ink skips the part of a row that is on the screen already. */
const emptyStyles = [
  ...['1', '2'].map((style) => `\u001b[${style}m\u001b[22m`),
  ...['31', '32', '33', '36'].map((color) => `\u001b[${color}m\u001b[39m`),
];

/** The same without what does nothing, and with two rows skipped at once. */
function lean(text: string): string {
  return emptyStyles
    .reduce((rest, style) => rest.replaceAll(style, ''), text)
    .replaceAll('\u001b[E\u001b[E', '\u001b[2E');
}

export function createInkOutput(output: NodeJS.WriteStream): InkOutput {
  let isDeaf = false;
  const write = (...[text, ...more]: Parameters<NodeJS.WriteStream['write']>) =>
    isDeaf || output.write(typeof text === 'string' ? lean(text) : text, ...more);
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
