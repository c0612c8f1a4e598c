/** The source text of one object, or of what is there in place of one, and the line on which it begins. */
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
 * `data`. What is between them, commas and comments apart, is a piece, too, and so is a list that is not closed: reading
 * them reports what is wrong. What is broken inside of an object is found when that is read.
 */
export async function* splitObjects(
  chunks: AsyncIterable<string>,
  layout: 'objects' | 'page',
): AsyncGenerator<JsonPiece> {
  const splitter = new ObjectSplitter(layout);
  for await (const chunk of chunks) yield* splitter.push(chunk);
  yield* splitter.end();
}

const closings: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

class ObjectSplitter {
  readonly #isPage: boolean;
  /** What closes the open brackets, outermost first. */
  readonly #open: string[] = [];
  #line = 1;
  #state: 'plain' | 'string' | 'escape' | 'slash' | 'line-comment' | 'comment' | 'comment-star' = 'plain';
  /** The last text in the outer object, with its opening quote; a key when a colon follows. */
  #lastString = '';
  /** The piece that is being read: an object that opened at a depth, or something else. */
  #piece: { text: string; line: number; depth: number | undefined } | undefined;
  #dataDepth: number | undefined;

  constructor(layout: 'objects' | 'page') {
    this.#isPage = layout === 'page';
  }

  *push(chunk: string): Generator<JsonPiece> {
    let start = 0;
    const begin = (index: number, depth?: number) => {
      this.#piece = { text: '', line: this.#line, depth };
      start = index;
    };
    const end = (index: number): JsonPiece => {
      const { text = '', line = this.#line } = this.#piece ?? {};
      this.#piece = undefined;
      return { text: text + chunk.slice(start, index), line };
    };
    for (let index = 0; index < chunk.length; index += 1) {
      const character = chunk.charAt(index);
      if (character === '\n') this.#line += 1;
      if (this.#state !== 'plain' && !this.#leavesSlash(character)) {
        this.#inside(character);
        continue;
      }
      const isOther = this.#piece !== undefined && this.#piece.depth === undefined;
      if (isOther && /[\s,{}[\]]/.test(character)) yield end(index);
      if (character === '/') this.#state = 'slash';
      else if (character === '"') {
        if (!this.#piece && this.#isBetween()) begin(index);
        this.#state = 'string';
        this.#lastString = '';
      } else if (character === '{' || character === '[') {
        if (character === '{' && !this.#piece && this.#isWanted()) begin(index, this.#open.length);
        if (character === '[' && this.#open.length === 1 && this.#lastString === 'data') this.#dataDepth = 2;
        this.#open.push(closings[character] ?? '');
      } else if (character === '}' || character === ']') {
        if (this.#open.at(-1) !== character && !this.#piece) {
          begin(index);
          yield end(index + 1);
          continue;
        }
        this.#open.pop();
        if (this.#dataDepth === this.#open.length + 1) this.#dataDepth = undefined;
        if (this.#piece?.depth === this.#open.length) yield end(index + 1);
      } else if (!/[\s,]/.test(character) && !this.#piece && this.#isBetween()) begin(index);
    }
    if (this.#piece) this.#piece.text += chunk.slice(start);
  }

  /** What was not closed. */
  *end(): Generator<JsonPiece> {
    if (this.#piece) yield { text: this.#piece.text, line: this.#piece.line };
    else if (this.#open.length > 0) yield { text: this.#open.at(-1) === ']' ? '[' : '{', line: this.#line };
  }

  #isWanted(): boolean {
    if (!this.#isPage) return !this.#open.includes('}');
    return this.#dataDepth !== undefined && this.#open.length === this.#dataDepth;
  }

  /** True where only objects, commas and comments can be. */
  #isBetween(): boolean {
    return this.#isWanted() || this.#open.length === 0;
  }

  /** A slash that begins no comment is like any other character. */
  #leavesSlash(character: string): boolean {
    if (this.#state !== 'slash' || character === '/' || character === '*') return false;
    this.#state = 'plain';
    return true;
  }

  #inside(character: string): void {
    switch (this.#state) {
      case 'slash':
        this.#state = character === '/' ? 'line-comment' : 'comment';
        return;
      case 'line-comment':
        if (character === '\n') this.#state = 'plain';
        return;
      case 'comment':
        if (character === '*') this.#state = 'comment-star';
        return;
      case 'comment-star':
        if (character !== '*') this.#state = character === '/' ? 'plain' : 'comment';
        return;
      case 'escape':
        this.#state = 'string';
        break;
      default:
        if (character === '\\') this.#state = 'escape';
        else if (character === '"') {
          this.#state = 'plain';
          return;
        }
    }
    if (this.#open.length === 1 && this.#lastString.length < 8) this.#lastString += character;
  }
}
