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
import { codeActionsAt } from './code-actions.ts';
import { colorPresentations, colorsIn } from './colors.ts';
import { completionsAt, createKnownNames } from './completion/completions.ts';
import { type Scope, toDiagnostics } from './diagnostics.ts';
import { hoverAt } from './hovers.ts';
import { createDocumentValidator } from './issues.ts';
import { codeLensesIn, symbolsIn } from './outline.ts';
import { createDocumentParser, type ParsedDocument } from './parsed-document.ts';
import { variablePreview } from './variables.ts';

export interface ServiceOptions {
  /** Milliseconds since 1970, as from `Date.now`. */
  readonly now: () => number;
  readonly scope?: Scope;
  /** See `ClientSettings`. */
  readonly rulesUrl?: string | undefined;
  /** See `ClientSettings`; `undefined` where the client creates no customers. */
  readonly nextCount?: () => number | undefined;
}

/** All language features for customer documents; every result is empty for any other document. */
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
  /** Learns the tag and property names of a document; completion then offers them in all documents. */
  learn(document: TextDocument): void;
  forget(uri: string): void;
}

/** Pure except for what it remembers of documents: text in, values of the protocol out. */
export function createCustomerService({
  now,
  scope = 'beyond-schema',
  rulesUrl,
  nextCount = () => undefined,
}: ServiceOptions): CustomerService {
  const parse = createDocumentParser();
  const preview = variablePreview({ now, nextCount });
  const validate = createDocumentValidator(now, preview);
  const names = createKnownNames();

  function whenCustomer<Result>(document: TextDocument, run: (parsed: ParsedDocument) => Result[]): Result[] {
    const parsed = parse(document);
    return parsed ? run(parsed) : [];
  }

  return {
    isCustomerDocument: (document) => parse(document) !== undefined,
    diagnostics: (document) =>
      whenCustomer(document, (parsed) => toDiagnostics(parsed, validate(parsed).issues, { scope, rulesUrl })),
    codeActions: (document, range, context) =>
      whenCustomer(document, (parsed) => codeActionsAt(parsed, validate, range, context)),
    hover(document, position) {
      const parsed = parse(document);
      return parsed && hoverAt(parsed, document.offsetAt(position), preview);
    },
    completions: (document, position) =>
      whenCustomer(document, (parsed) => completionsAt(parsed, document.offsetAt(position), names)),
    colors: (document) => whenCustomer(document, colorsIn),
    colorPresentations: (document, color, range) =>
      whenCustomer(document, () => colorPresentations(color, range)),
    codeLenses: (document, settings) => whenCustomer(document, (parsed) => codeLensesIn(parsed, settings)),
    symbols: (document) => whenCustomer(document, symbolsIn),
    learn(document) {
      const parsed = parse(document);
      // While someone types, the text can be invalid; the names learned before stay.
      if (parsed?.json.value !== undefined) names.learn(document.uri, validate(parsed).drafts);
    },
    forget: (uri) => names.forget(uri),
  };
}
