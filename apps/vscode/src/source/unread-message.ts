import { issueMessage, readJsonText } from '@helpcrunch-customer-kit/core';
import type { ChosenText } from './text-pieces.ts';
import type { TextPiece } from './touched-customers.ts';

/** A place in a document as editors count it, from 0. */
interface Position {
  readonly line: number;
  readonly character: number;
}

/** The longest part of an expression that a message repeats. */
const maxExpressionLength = 40;

/** Why something that was chosen is not sent; `undefined` when all of it could be read. */
export function unreadMessage(
  { computed, unread }: Pick<ChosenText, 'computed' | 'unread'>,
  positionAt: (offset: number) => Position,
): string | undefined {
  const [expression] = computed;
  const [piece] = unread;
  if (expression) {
    const shown = expression.text.replaceAll(/\s+/g, ' ').slice(0, maxExpressionLength);
    return `Not sent: ${at(positionAt(expression.offset))}, the value of ${shown} is computed. Create takes only plain values.`;
  }
  return piece && pieceMessage(piece, positionAt);
}

function pieceMessage({ offset, text }: TextPiece, positionAt: (offset: number) => Position): string {
  const start = offset + text.search(/\S/);
  const [issue] = /^\s*[[{]/.test(text) ? readJsonText(text).issues : [];
  if (issue?.code === 'not-json') {
    return `Not sent: ${at(positionAt(offset + issue.offset))}. ${issueMessage(issue)}`;
  }
  return `Not sent: no customer in the selection (${at(positionAt(start))}). Select an object such as { "name": "Ada" }.`;
}

function at({ line, character }: Position): string {
  return `line ${line + 1}, column ${character + 1}`;
}
