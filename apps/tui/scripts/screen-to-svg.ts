import type { IBufferCell, Terminal } from '@xterm/headless';

const cell = { width: 8.4, height: 19 };
const margin = 16;
/** The colors of a terminal: what it draws on, with, and the 16 of its palette in their order. */
interface Theme {
  readonly background: string;
  readonly foreground: string;
  readonly palette: readonly string[];
}

export const themes = {
  dark: {
    background: '#11151c',
    foreground: '#d7dce5',
    palette: [
      ...['#3b4252', '#ff6b6b', '#7bd88f', '#f5c26b', '#6ea8fe', '#c792ea', '#5ad4e6', '#d7dce5'],
      ...['#6b7280', '#ff8787', '#98e3a8', '#ffd591', '#93c1ff', '#dab0f5', '#85e3f0', '#ffffff'],
    ],
  },
  light: {
    background: '#f6f8fa',
    foreground: '#1f2328',
    palette: [
      ...['#1f2328', '#cf222e', '#116329', '#7d4e00', '#0550ae', '#8250df', '#0b6478', '#6e7781'],
      ...['#57606a', '#a40e26', '#1a7f37', '#633c01', '#0969da', '#6639ba', '#1b7c83', '#8c959f'],
    ],
  },
} as const satisfies Readonly<Record<string, Theme>>;

/**
 * Draws what a terminal shows, cell by cell, cursor included, as an SVG that needs no font of its own; `label` says it in
 * words.
 */
export function screenToSvg(terminal: Terminal, label: string, theme: Theme): string {
  const { active } = terminal.buffer;
  const rows = Array.from({ length: terminal.rows }, (_, row) =>
    rowToSvg(terminal, active.baseY + row, row, theme),
  );
  const width = terminal.cols * cell.width + 2 * margin;
  const height = terminal.rows * cell.height + 2 * margin;
  const x = margin + active.cursorX * cell.width;
  const y = margin + active.cursorY * cell.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(label)}">`,
    `<rect width="100%" height="100%" rx="10" fill="${theme.background}"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">`,
    ...rows,
    `<rect x="${x}" y="${y}" width="2" height="${cell.height}" fill="${theme.foreground}"/>`,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function rowToSvg(terminal: Terminal, line: number, row: number, theme: Theme): string {
  const cells = Array.from({ length: terminal.cols }, (_, column) =>
    terminal.buffer.active.getLine(line)?.getCell(column),
  );
  // One element a run of cells that look alike, so that the text stays text.
  const runs: { column: number; text: string; style: string }[] = [];
  for (const [column, shown] of cells.entries()) {
    if (!shown || shown.getWidth() === 0) continue;
    const style = styleOf(shown, theme);
    const last = runs.at(-1);
    if (last && last.style === style) last.text += shown.getChars() || ' ';
    else runs.push({ column, text: shown.getChars() || ' ', style });
  }
  const y = margin + (row + 0.75) * cell.height;
  return runs
    .filter(({ text }) => text.trim() !== '')
    .map(
      ({ column, text, style }) =>
        `<text x="${margin + column * cell.width}" y="${y}" ${style}>${escapeXml(text)}</text>`,
    )
    .join('');
}

function styleOf(shown: IBufferCell, { palette, foreground }: Theme): string {
  const color = shown.isFgRGB()
    ? `#${shown.getFgColor().toString(16).padStart(6, '0')}`
    : shown.isFgPalette()
      ? (palette[shown.getFgColor()] ?? foreground)
      : foreground;
  const weight = shown.isBold() ? ' font-weight="bold"' : '';
  const opacity = shown.isDim() ? ' opacity="0.65"' : '';
  return `fill="${color}"${weight}${opacity}`;
}

function escapeXml(text: string): string {
  // Blanks that do not collapse, wherever the picture is shown.
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(' ', '\u00a0');
}
