import { CodeLensRefreshRequest, type Connection, type Hover, NotificationType } from 'vscode-languageserver';
import { type CompletionItem, InsertTextFormat, MarkupContent } from 'vscode-languageserver-types';
import { accountMethod, type LensSettings, type SchemaFeatures } from '../protocol.ts';
import type { CustomerService } from '../service/customer-service.ts';
import type { HandleRequest } from './requests.ts';

/** Handles all requests about a document except diagnostics and lenses. */
export function handleFeatures(
  connection: Connection,
  handle: HandleRequest,
  service: CustomerService,
  schema: Promise<SchemaFeatures | undefined>,
  supportsSnippets: boolean,
): void {
  connection.onHover(
    handle('hover', null, async (document, { position }): Promise<Hover | null> => {
      if (!service.isCustomerDocument(document)) return null;
      const ofSchema = await (await schema)?.hover(document, position);
      return mergeHovers(service.hover(document, position), ofSchema) ?? null;
    }),
  );
  connection.onCompletion(
    handle('completion', [], async (document, { position }) => {
      if (!service.isCustomerDocument(document)) return [];
      const ofSchema = await (await schema)?.completions(document, position);
      const merged = mergeCompletions(service.completions(document, position), ofSchema ?? []);
      return supportsSnippets ? merged : merged.map(withoutSnippet);
    }),
  );
  connection.onCodeAction(
    handle('code actions', [], (document, { range, context }) =>
      service.codeActions(document, range, context),
    ),
  );
  connection.onDocumentColor(handle('colors', [], (document) => service.colors(document)));
  connection.onColorPresentation(
    handle('color presentations', [], (document, { color, range }) =>
      service.colorPresentations(document, color, range),
    ),
  );
  connection.onDocumentSymbol(handle('symbols', [], (document) => service.symbols(document)));
}

const accountNotification: NotificationType<{ readonly account: string }> = new NotificationType(
  accountMethod,
);

/** Handles the lenses above customers, which name the current account. */
export function handleLenses(
  connection: Connection,
  handle: HandleRequest,
  service: CustomerService,
  initial: LensSettings,
  canRefresh: boolean,
): void {
  let settings = initial;
  connection.onCodeLens(handle('lenses', [], (document) => service.codeLenses(document, settings)));
  connection.onNotification(accountNotification, ({ account }) => {
    if (typeof account !== 'string') return;
    settings = { ...settings, account };
    if (canRefresh) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  });
}

/** Our completions, then those of the schema that write something else. */
function mergeCompletions(
  own: readonly CompletionItem[],
  ofSchema: readonly CompletionItem[],
): CompletionItem[] {
  const texts = new Set(own.map(insertedText));
  return [...own, ...ofSchema.filter((item) => !texts.has(insertedText(item)))];
}

function insertedText({ textEdit, insertText, label }: CompletionItem): string {
  return textEdit?.newText ?? insertText ?? label;
}

/** Our hover above that of the schema, which can be empty. */
export function mergeHovers(own: Hover | undefined, ofSchema: Hover | undefined): Hover | undefined {
  const hovers = [own, ofSchema].filter((hover) => hover !== undefined).filter((hover) => markdownOf(hover));
  const [first] = hovers;
  if (!first) return undefined;
  const value = hovers.map(markdownOf).join('\n\n---\n\n');
  return { ...first, contents: { kind: 'markdown', value } };
}

function markdownOf({ contents }: Hover): string {
  if (MarkupContent.is(contents)) return contents.value;
  const marked = Array.isArray(contents) ? contents : [contents];
  return marked.map((part) => (typeof part === 'string' ? part : part.value)).join('\n\n');
}

/** Plain text for an editor without snippets: `"${1:name}"` → `"name"`. */
export function withoutSnippet(item: CompletionItem): CompletionItem {
  if (item.insertTextFormat !== InsertTextFormat.Snippet) return item;
  const { insertText, textEdit } = item;
  return {
    ...item,
    insertTextFormat: InsertTextFormat.PlainText,
    ...(insertText === undefined ? {} : { insertText: toPlainText(insertText) }),
    ...(textEdit ? { textEdit: { ...textEdit, newText: toPlainText(textEdit.newText) } } : {}),
  };
}

function toPlainText(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\{\d+\}|(?<!\\)\$\d+/g, '$1')
    .replaceAll(/\\([$}\\])/g, '$1');
}
