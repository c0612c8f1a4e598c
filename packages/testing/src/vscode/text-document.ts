import { Position, type Range, type Uri } from './values.ts';

/** A document as the editor's API shows it; no event reports an edit. */
export interface FakeDocument {
  readonly uri: Uri;
  readonly languageId: string;
  readonly version: number;
  readonly lineCount: number;
  readonly isDirty: boolean;
  readonly isUntitled: boolean;
  readonly isClosed: boolean;
  readonly fileName: string;
  getText(range?: Range): string;
  offsetAt(position: Position): number;
  positionAt(offset: number): Position;
}

export interface MadeDocument {
  readonly document: FakeDocument;
  /** Replaces the whole text. */
  edit(text: string): void;
}

export function makeDocument(uri: Uri, languageId: string, initial: string): MadeDocument {
  let text = initial;
  let version = 1;
  const starts = () => [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offsetAt = ({ line, character }: Position) =>
    Math.min(text.length, (starts()[line] ?? text.length) + character);
  const document: FakeDocument = {
    uri,
    languageId,
    get version() {
      return version;
    },
    get lineCount() {
      return starts().length;
    },
    isDirty: false,
    isUntitled: uri.scheme === 'untitled',
    isClosed: false,
    fileName: uri.path,
    getText: (range) => (range ? text.slice(offsetAt(range.start), offsetAt(range.end)) : text),
    offsetAt,
    positionAt(offset) {
      const line = starts().findLastIndex((start) => start <= offset);
      return new Position(line, offset - (starts()[line] ?? 0));
    },
  };
  return {
    document,
    edit(edited) {
      text = edited;
      version += 1;
    },
  };
}
