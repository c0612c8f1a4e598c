import { findDocument } from '../editor/find-document.ts';
import { type CustomerSource, readSource } from '../source/customer-source.ts';
import { pieceIn, pieceUnseen } from '../source/whereabouts.ts';
import type { Attempt } from './attempt.ts';

/** The text that an attempt came from, as it stands in its document now; `undefined` when it is not to be found. */
export async function sourceNow(
  attempt: Attempt,
  followed: CustomerSource | undefined,
): Promise<CustomerSource | undefined> {
  const { uri, whereabouts } = attempt;
  const document = uri === undefined ? undefined : await findDocument(uri);
  if (uri === undefined || !document) return undefined;
  const text = document.getText();
  if (followed) {
    const found = pieceIn(followed.whereabouts, text);
    return found && readSource(uri, found, text);
  }
  // Since a reload nobody followed the edits.
  const found = whereabouts && pieceUnseen(whereabouts, text);
  return found && readSource(uri, found, text);
}
