import type { Connection, Hover } from 'vscode-languageserver';
import type { CustomerService } from '../service/customer-service.ts';
import type { Answer } from './answer.ts';
import { mergeCompletions, mergeHovers } from './merge-schema.ts';
import { withoutSnippet } from './plain-text.ts';
import type { SchemaFeatures } from './runtime.ts';

/** Answers everything that editors ask about a document, diagnostics and lenses aside. */
export function answerFeatures(
  connection: Connection,
  answer: Answer,
  service: CustomerService,
  schema: Promise<SchemaFeatures | undefined>,
  knowsSnippets: boolean,
): void {
  connection.onHover(
    answer('hover', null, async (document, { position }): Promise<Hover | null> => {
      if (!service.isCustomerDocument(document)) return null;
      const ofSchema = await (await schema)?.hover(document, position);
      return mergeHovers(service.hover(document, position), ofSchema) ?? null;
    }),
  );
  connection.onCompletion(
    answer('completion', [], async (document, { position }) => {
      if (!service.isCustomerDocument(document)) return [];
      const ofSchema = await (await schema)?.completions(document, position);
      const merged = mergeCompletions(service.completions(document, position), ofSchema ?? []);
      return knowsSnippets ? merged : merged.map(withoutSnippet);
    }),
  );
  connection.onCodeAction(
    answer('code actions', [], (document, { range, context }) =>
      service.codeActions(document, range, context),
    ),
  );
  connection.onDocumentColor(answer('colours', [], (document) => service.colors(document)));
  connection.onColorPresentation(
    answer('colour notations', [], (document, { color, range }) =>
      service.colorPresentations(document, color, range),
    ),
  );
  connection.onDocumentSymbol(answer('symbols', [], (document) => service.symbols(document)));
}
