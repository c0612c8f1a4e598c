import headless from '@xterm/headless';
import stringWidth from 'string-width';

export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

/** One cell of a screen, as it is drawn. */
export interface Cell {
  /** The character; empty after a wide one. */
  readonly text: string;
  readonly width: number;
  /** `#rrggbb`, the number of a color in the palette, or none of its own. */
  readonly color: string | number | undefined;
  readonly isBold: boolean;
  readonly isDim: boolean;
  readonly isInverse: boolean;
}

/** A terminal without a window: what a person would see, cell by cell. */
export interface Screen {
  /** The emulator itself, for what is not offered below. */
  readonly terminal: headless.Terminal;
  /** Takes what a program wrote, and resolves once it is drawn. */
  write(data: string): Promise<void>;
  resize(size: ScreenSize): void;
  /** The rows in sight as one text, without blanks at their ends and empty rows below. */
  visibleText(): string;
  /** Every row, including those that scrolled away, without blanks at their ends. */
  rows(): string[];
  /** All rows as one text. */
  text(): string;
  /** A cell by its column and its place in `rows`. */
  cellAt(x: number, y: number): Cell | undefined;
  /** The cursor's column and its place in `rows`. */
  cursor(): { readonly x: number; readonly y: number };
  readonly bracketedPaste: boolean;
}

export function openScreen({ columns, rows }: ScreenSize): Screen {
  const terminal = new headless.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  terminal.unicode.register(modernWidths);
  terminal.unicode.activeVersion = modernWidths.version;
  const { buffer } = terminal;

  function readRows(from = 0): string[] {
    const lines = Array.from({ length: buffer.active.length - from }, (_, y) =>
      buffer.active.getLine(from + y),
    );
    const all = lines.map((line) => line?.translateToString(true) ?? '');
    return all.slice(0, all.findLastIndex((row) => row !== '') + 1);
  }

  return {
    terminal,
    write: (data) => new Promise((done) => terminal.write(data, done)),
    resize: (size) => terminal.resize(size.columns, size.rows),
    visibleText: () => readRows(buffer.active.baseY).join('\n').trimEnd(),
    rows: () => readRows(),
    text: () => readRows().join('\n'),
    cellAt(x, y) {
      const cell = buffer.active.getLine(y)?.getCell(x);
      return cell && toCell(cell);
    },
    cursor: () => ({ x: buffer.active.cursorX, y: buffer.active.baseY + buffer.active.cursorY }),
    get bracketedPaste() {
      return terminal.modes.bracketedPasteMode;
    },
  };
}

function toCell(cell: headless.IBufferCell): Cell {
  return {
    text: cell.getChars(),
    width: cell.getWidth(),
    color: colorOf(cell),
    isBold: cell.isBold() !== 0,
    isDim: cell.isDim() !== 0,
    isInverse: cell.isInverse() !== 0,
  };
}

function colorOf(cell: headless.IBufferCell): string | number | undefined {
  if (cell.isFgRGB()) return `#${cell.getFgColor().toString(16).padStart(6, '0')}`;
  return cell.isFgPalette() ? cell.getFgColor() : undefined;
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
