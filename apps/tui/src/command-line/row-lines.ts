/** The width that every terminal has. */
const columns = 80;
/** Names and what they mean in two columns, the second broken between words; nothing is wider than a terminal. */
export function rowLines(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...pairs.map(([name]) => name.length));
  const indent = ' '.repeat(width + 4);
  return pairs.flatMap(([name, meaning]) => {
    const [first = '', ...rest] = broken(meaning, columns - indent.length);
    return [`  ${name.padEnd(width)}  ${first}`, ...rest.map((line) => indent + line)];
  });
}

function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
