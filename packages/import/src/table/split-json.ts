/** The source text of one object, and the line on which it begins. */
export interface JsonPiece {
  readonly text: string;
  readonly line: number;
}

/** JSON Lines: each line that is not blank. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<JsonPiece> {
  let rest = '';
  let line = 1;
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      if (text.trim() !== '') yield { text: text.trim(), line };
      line += 1;
    }
  }
  if (rest.trim() !== '') yield { text: rest.trim(), line };
}

/**
 * The objects of a JSON text: those that are not inside another one or, of a `page`, those in the list under its key
 * `data`. What is broken inside of an object is found when that is read.
 */
export async function* splitObjects(
  chunks: AsyncIterable<string>,
  layout: 'objects' | 'page',
): AsyncGenerator<JsonPiece> {
  const splitter = new ObjectSplitter(layout === 'page' ? 1 : 0);
  for await (const chunk of chunks) yield* splitter.push(chunk);
  const rest = splitter.rest();
  if (rest) yield rest;
}

class ObjectSplitter {
  /** How many objects stand around the ones that are wanted. */
  readonly #outer: number;
  /** Open brackets, outermost first. */
  readonly #open: ('{' | '[')[] = [];
  #line = 1;
  #string: 'none' | 'open' | 'escape' = 'none';
  #lastString = '';
  /** The piece that is being read. */
  #piece: { text: string; line: number; depth: number } | undefined;
  #dataDepth: number | undefined;

  constructor(outer: number) {
    this.#outer = outer;
  }

  *push(chunk: string): Generator<JsonPiece> {
    let start = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const character = chunk.charAt(index);
      if (character === '\n') this.#line += 1;
      if (this.#string !== 'none') this.#inString(character);
      else if (character === '"') {
        this.#string = 'open';
        this.#lastString = '';
      } else if (character === '{' || character === '[') {
        if (character === '{' && !this.#piece && this.#isWanted()) {
          this.#piece = { text: '', line: this.#line, depth: this.#open.length };
          start = index;
        }
        if (character === '[' && this.#open.length === 1 && this.#lastString === 'data') this.#dataDepth = 2;
        this.#open.push(character);
      } else if (character === '}' || character === ']') {
        this.#open.pop();
        if (this.#dataDepth === this.#open.length + 1) this.#dataDepth = undefined;
        if (this.#piece?.depth === this.#open.length) {
          const { text, line } = this.#piece;
          this.#piece = undefined;
          yield { text: text + chunk.slice(start, index + 1), line };
        }
      }
    }
    if (this.#piece) this.#piece.text += chunk.slice(start);
  }

  /** An object that was not closed. */
  rest(): JsonPiece | undefined {
    return this.#piece && { text: this.#piece.text, line: this.#piece.line };
  }

  #isWanted(): boolean {
    if (this.#outer === 0) return !this.#open.includes('{');
    return this.#dataDepth !== undefined && this.#open.length === this.#dataDepth;
  }

  #inString(character: string): void {
    if (this.#string === 'escape') this.#string = 'open';
    else if (character === '\\') this.#string = 'escape';
    else if (character === '"') {
      this.#string = 'none';
      return;
    }
    if (this.#open.length === 1 && this.#lastString.length < 8) this.#lastString += character;
  }
}
