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

/**
 * From the cursor down, the first row apart from the others: a screen that is cleared from its upper left corner at once
 * is kept in the scrollback by tmux (its option `scroll-on-clear`).
 */
const eraseBelow = '\u001b7\u001b[K\u001b[B\u001b[J\u001b8';

/** The same without what does nothing, with two rows skipped at once, and with a screen cleared in two steps. */
function lean(text: string): string {
  return emptyStyles
    .reduce((rest, style) => rest.replaceAll(style, ''), text)
    .replaceAll('\u001b[E\u001b[E', '\u001b[2E')
    .replaceAll('\u001b[J', eraseBelow);
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

export interface Frame {
  /** How wide each row was drawn. */
  readonly widths: readonly number[];
  /** Where the cursor stands, in cells from the upper left; below the last row where there is none. */
  readonly cursor: { readonly x: number; readonly y: number } | undefined;
}

/** Where the cursor ends up when rows are broken: `exact` keeps it at its letter, `xterm.js` does not. */
export type Reflow = 'exact' | 'xterm.js';

/**
 * The sequence for a terminal that was resized: clears the frame from its first row on, and leaves the cursor there.
 * The terminal wraps rows that no longer fit, so counting rows as they were drawn would erase too few.
 * Rows below the cursor may be gone; nothing is counted on there.
 */
export function eraseFrame({ widths, cursor }: Frame, columns: number, reflow: Reflow): string {
  const { x, y } = cursor ?? { x: 0, y: widths.length };
  const added = widths.map((width) => Math.max(1, Math.ceil(width / columns)) - 1);
  const sum = (rows: readonly number[]) => rows.reduce((total, count) => total + count, 0);
  // xterm.js moves the cursor down for every row that is broken, below it too, and leaves the cursor's own row whole
  // (`Buffer._reflowSmaller`).
  const moved =
    reflow === 'exact'
      ? sum(added.slice(0, y)) + Math.floor(x / columns)
      : sum(added.filter((_, row) => row !== y));
  const above = y + moved;
  return `\r${above === 0 ? '' : `\u001b[${above}A`}${eraseBelow}`;
}

/** VS Code's terminal is an xterm.js. */
export function reflowOf(environment: Readonly<Record<string, string | undefined>>): Reflow {
  return environment['TERM_PROGRAM'] === 'vscode' ? 'xterm.js' : 'exact';
}
