import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CodeActionContext,
  CodeLens,
  Color,
  ColorInformation,
  ColorPresentation,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Position,
  Range,
} from 'vscode-languageserver-types';
import type { LensSettings } from '../protocol.ts';
import { codeActionsAt } from './actions/code-actions.ts';
import { colorPresentations } from './colors/color-presentations.ts';
import { colorsIn } from './colors/colors.ts';
import { completionsAt } from './completion/completions.ts';
import { createSeenWords } from './completion/seen-words.ts';
import { wordsOf } from './completion/word-list.ts';
import { diagnosticsOf } from './diagnostics/diagnostics.ts';
import { createJudge } from './diagnostics/judge.ts';
import { ownFindings, type Scope } from './diagnostics/own-findings.ts';
import { createAnalyses } from './document/analyses.ts';
import { dateHover } from './hover/date-hover.ts';
import { codeLensesIn } from './outline/code-lenses.ts';
import { symbolsIn } from './outline/symbols.ts';

export interface ServiceOptions {
  /** Milliseconds since 1970, as `Date.now` gives them. */
  readonly now: () => number;
  readonly scope?: Scope;
  /** Where docs/rules.md stands, to link each finding to its section. */
  readonly rulesUrl?: string | undefined;
}

/** What there is to say about a document of customers; nothing at all about any other. */
export interface CustomerService {
  isCustomerDocument(document: TextDocument): boolean;
  diagnostics(document: TextDocument): Diagnostic[];
  codeActions(document: TextDocument, range: Range, context: CodeActionContext): CodeAction[];
  hover(document: TextDocument, position: Position): Hover | undefined;
  completions(document: TextDocument, position: Position): CompletionItem[];
  colors(document: TextDocument): ColorInformation[];
  colorPresentations(document: TextDocument, color: Color, range: Range): ColorPresentation[];
  codeLenses(document: TextDocument, settings: LensSettings): CodeLens[];
  symbols(document: TextDocument): DocumentSymbol[];
  /** Learns the tags and properties of a document, which completion then offers everywhere. */
  learn(document: TextDocument): void;
  forget(uri: string): void;
}

/** Makes the service. It is pure but for what it remembers of documents: text in, values of the protocol out. */
export function createCustomerService({
  now,
  scope = 'beyond-schema',
  rulesUrl,
}: ServiceOptions): CustomerService {
  const analyze = createAnalyses();
  const judge = createJudge(now);
  const seen = createSeenWords();

  return {
    isCustomerDocument: (document) => analyze(document) !== undefined,
    diagnostics(document) {
      const analysis = analyze(document);
      return analysis ? diagnosticsOf(analysis, ownFindings(judge(analysis).findings, scope), rulesUrl) : [];
    },
    codeActions(document, range, context) {
      const analysis = analyze(document);
      return analysis ? codeActionsAt(analysis, judge, range, context) : [];
    },
    hover(document, position) {
      const analysis = analyze(document);
      return analysis && dateHover(analysis, document.offsetAt(position));
    },
    completions(document, position) {
      const analysis = analyze(document);
      if (!analysis) return [];
      return completionsAt(analysis, document.offsetAt(position), seen);
    },
    colors(document) {
      const analysis = analyze(document);
      return analysis ? colorsIn(analysis) : [];
    },
    colorPresentations: (document, color, range) =>
      analyze(document) ? colorPresentations(color, range) : [],
    codeLenses(document, settings) {
      const analysis = analyze(document);
      return analysis ? codeLensesIn(analysis, settings) : [];
    },
    symbols(document) {
      const analysis = analyze(document);
      return analysis ? symbolsIn(analysis) : [];
    },
    learn(document) {
      const analysis = analyze(document);
      // A text that is being written may be no JSON for a moment; what it taught before stays.
      if (analysis?.json.value !== undefined) seen.set(document.uri, wordsOf(judge(analysis).drafts));
    },
    forget: (uri) => seen.set(uri, undefined),
  };
}
