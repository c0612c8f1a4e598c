import headless from '@xterm/headless';
import stringWidth from 'string-width';

export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

/** A terminal without a window: what a person would see, cell by cell. */
export interface Screen {
  /** The emulator itself, for what is not said below. */
  readonly terminal: headless.Terminal;
  /** Takes what a program wrote, and resolves once it is drawn. */
  write(data: string): Promise<void>;
  resize(size: ScreenSize): void;
  /** The rows in sight, without the blanks at their ends and the empty rows below. */
  inSight(): string;
  /** Every row, those that scrolled away included, without the blanks at their ends. */
  rows(): string[];
  /** All rows as one text. */
  text(): string;
  /** Where the cursor stands, counted from the first of `rows`. */
  cursor(): { readonly x: number; readonly y: number };
  /** The colour of a cell's letter as `#rrggbb`, where it is one of the 16 million. */
  colorAt(x: number, y: number): string | undefined;
  readonly bracketedPaste: boolean;
}

export function openScreen({ columns, rows }: ScreenSize): Screen {
  const terminal = new headless.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  terminal.unicode.register(modernWidths);
  terminal.unicode.activeVersion = modernWidths.version;
  const { buffer } = terminal;

  function readRows(): string[] {
    const lines = Array.from({ length: buffer.active.length }, (_, y) => buffer.active.getLine(y));
    const all = lines.map((line) => line?.translateToString(true) ?? '');
    return all.slice(0, all.findLastIndex((row) => row !== '') + 1);
  }

  return {
    terminal,
    inSight() {
      const rows = Array.from({ length: terminal.rows }, (_, row) =>
        buffer.active.getLine(buffer.active.baseY + row)?.translateToString(true),
      );
      return rows.join('\n').trimEnd();
    },
    write: (data) => new Promise((done) => terminal.write(data, done)),
    resize: (size) => terminal.resize(size.columns, size.rows),
    rows: readRows,
    text: () => readRows().join('\n'),
    cursor: () => ({ x: buffer.active.cursorX, y: buffer.active.baseY + buffer.active.cursorY }),
    colorAt(x, y) {
      const cell = buffer.active.getLine(y)?.getCell(x);
      return cell?.isFgRGB() ? `#${cell.getFgColor().toString(16).padStart(6, '0')}` : undefined;
    },
    get bracketedPaste() {
      return terminal.modes.bracketedPasteMode;
    },
  };
}

/** Widths as modern terminals have them: an emoji takes two cells, and what joins it none of its own. */
const modernWidths = {
  version: 'modern',
  wcwidth(codepoint: number): 0 | 1 | 2 {
    const width = stringWidth(String.fromCodePoint(codepoint));
    return width === 0 || width === 2 ? width : 1;
  },
  charProperties(codepoint: number, preceding: number): number {
    // As xterm packs them: the lowest bit joins to the cell before, the next two are the width.
    const width = this.wcwidth(codepoint);
    const joins = width === 0 && preceding !== 0;
    const before = (preceding >> 1) & 3;
    return ((joins ? before : width) << 1) | (joins ? 1 : 0);
  },
};
