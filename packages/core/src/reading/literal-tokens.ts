/** The end of white space and comments at an offset of JavaScript. */
export function afterTrivia(text: string, offset: number): number {
  trivia.lastIndex = offset;
  return offset + (trivia.exec(text)?.[0].length ?? 0);
}

const trivia = /(?:[\s\uFEFF]+|\/\/[^\r\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/y;
const quoted = /'(?:[^'\\\r\n]|\\.)*'|"(?:[^"\\\r\n]|\\.)*"|`(?:[^`\\]|\\.)*`/sy;

/**
 * Where an expression ends that begins at an offset: the comma or closing bracket after it. `undefined` where a statement
 * ends first, or the text does.
 */
export function afterBrackets(text: string, offset: number): number | undefined {
  const open: string[] = [];
  for (let at = offset; at < text.length; ) {
    const next = afterTrivia(text, at);
    const first = text.charAt(next);
    if (open.length === 0 && /[,}\])]/.test(first)) return first === ')' ? undefined : next;
    quoted.lastIndex = next;
    const string = quoted.exec(text)?.[0];
    if (string !== undefined) {
      at = next + string.length;
      continue;
    }
    if (/['"`]/.test(first)) return undefined;
    if (first === ';' && !open.includes('}')) return undefined;
    const closing = closings[first];
    if (closing !== undefined) open.push(closing);
    else if (first === open.at(-1)) open.pop();
    else if (/[}\])]/.test(first)) return undefined;
    at = next + 1;
  }
  return undefined;
}

const closings: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
