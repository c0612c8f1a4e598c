/** The top of every generated page. */
export const generatedNote =
  '<!-- Generated from the tables of packages/core by `pnpm generate`. Edit those, not this page. -->';

/** The pieces of a page, a blank line between them. */
export function page(...pieces: readonly string[]): string {
  return `${pieces.join('\n\n')}\n`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const maxCharacters = 160;

/** JSON as a block; a long one is cut, with its length. */
export function jsonBlock(json: string): string {
  const shown =
    json.length > maxCharacters ? `${json.slice(0, maxCharacters / 2)}… (${json.length} characters)` : json;
  return `\`\`\`json\n${shown}\n\`\`\``;
}
