import { readJsonText } from '@helpcrunch-customer-kit/core';
import type { LensTarget } from '@helpcrunch-customer-kit/language-server/protocol';
import * as vscode from 'vscode';
import { findDocument } from '../editor/find-document.ts';
import { type CustomerSource, readSource } from './customer-source.ts';

/** True for what a code lens passes to its command. */
export function isLensTarget(value: unknown): value is LensTarget {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, path } = value as Partial<Record<keyof LensTarget, unknown>>;
  return typeof uri === 'string' && typeof path === 'string';
}

/** The customer under a lens; `undefined`, and said, when it is not there any more. */
export async function lensSource({ uri, path }: LensTarget): Promise<CustomerSource | undefined> {
  const document = await findDocument(uri);
  const text = document?.getText() ?? '';
  if (document && path === '') return readSource(document.uri.toString(), { offset: 0, text }, text);
  const json = readJsonText(text);
  const { offset, length } = json.rangeOf(path);
  // The nearest parent is found for a path that is not there.
  if (document && json.pathAt(offset) === path) {
    return readSource(document.uri.toString(), { offset, text: text.slice(offset, offset + length) }, text);
  }
  void vscode.window.showWarningMessage(
    'The text was changed in the meantime, so nothing was sent. Try again.',
  );
  return undefined;
}
