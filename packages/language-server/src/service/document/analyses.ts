import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyze } from './analysis.ts';

/** Gives the analysis of a document as it is now; each version is read once, and forgotten with its document. */
export type Analyses = (document: TextDocument) => Analysis | undefined;

export function createAnalyses(): Analyses {
  const latest = new WeakMap<
    TextDocument,
    { readonly version: number; readonly analysis: Analysis | undefined }
  >();
  return (document) => {
    const known = latest.get(document);
    if (known?.version === document.version) return known.analysis;
    const analysis = analyze(document);
    latest.set(document, { version: document.version, analysis });
    return analysis;
  };
}
