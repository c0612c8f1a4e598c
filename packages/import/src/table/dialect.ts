/** How a table is written. */
export interface Dialect {
  readonly delimiter: string;
  /** The line break that ends its rows. */
  readonly lineBreak: '\n' | '\r\n' | '\r';
  /** Its first line is Excel's `sep=;`, which is not a row. */
  readonly hasSepLine: boolean;
}

export const delimiters = [',', ';', '\t', '|'];

/**
 * Reads the dialect off the beginning of a table: the delimiter that divides most of its lines into the same number of
 * cells. `asked` is the delimiter that the user gave.
 */
export function detectDialect(start: string, asked?: string): Dialect {
  const sepLine = /^sep=(.)(?:\r\n?|\n)/i.exec(start);
  const body = sepLine ? start.slice(sepLine[0].length) : start;
  const lineBreak = detectLineBreak(start);
  return {
    delimiter: asked ?? sepLine?.[1] ?? detectDelimiter(body, lineBreak),
    lineBreak,
    hasSepLine: sepLine !== null,
  };
}

function detectLineBreak(start: string): Dialect['lineBreak'] {
  const unquoted = withoutQuoted(start);
  const found = /\r\n|\n|\r/.exec(unquoted)?.[0];
  return found === '\r\n' || found === '\r' ? found : '\n';
}

function detectDelimiter(body: string, lineBreak: string): string {
  const lines = withoutQuoted(body).split(lineBreak).filter(Boolean).slice(0, 50);
  const [header = ''] = lines;
  const scored = delimiters.map((delimiter) => {
    const columns = header.split(delimiter).length;
    const alike = lines.filter((line) => line.split(delimiter).length === columns).length;
    return { delimiter, score: columns === 1 ? 0 : (alike / lines.length) * 100 + Math.min(columns, 50) };
  });
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score === 0 ? ',' : best.delimiter;
}

/** Line breaks and delimiters inside quotes divide nothing. An open quote at the end takes the rest with it. */
function withoutQuoted(text: string): string {
  return text.replaceAll(/"(?:[^"]|"")*(?:"|$)/g, 'q');
}

/**
 * The end of the first `count` cells in the text of one row, so that columns behind them can be left out without
 * rewriting the others.
 */
export function endOfCells(row: string, count: number, { delimiter }: Dialect): number {
  let cells = 0;
  let isQuoted = false;
  let isStart = true;
  for (let index = 0; index < row.length; index += 1) {
    const character = row.charAt(index);
    if (isQuoted) {
      if (character !== '"') continue;
      if (row.charAt(index + 1) === '"') index += 1;
      else isQuoted = false;
    } else if (character === delimiter) {
      cells += 1;
      if (cells === count) return index;
      isStart = true;
      continue;
    } else if (character === '"' && isStart) isQuoted = true;
    isStart = false;
  }
  return row.length;
}

/** How many cells the text of one row has. */
export function countCells(row: string, dialect: Dialect): number {
  let cells = 1;
  while (endOfCells(row, cells, dialect) < row.length) cells += 1;
  return cells;
}

/** A cell of our own as the dialect writes it. A leading `=`, `+`, `-` or `@` would be a formula in a spreadsheet. */
export function writeCell(text: string, { delimiter }: Dialect): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return safe.includes('"') || safe.includes(delimiter) || /[\r\n]/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
