import type { CodeLens } from 'vscode-languageserver-types';
import type { LensSettings, LensTarget } from '../../protocol.ts';
import type { Analysis } from '../document/analysis.ts';
import { toRange } from '../document/to-range.ts';

const mostLenses = 1000;

/** One lens above each customer of a document. */
export function codeLensesIn(
  { document, customers }: Analysis,
  { command, account }: LensSettings,
): CodeLens[] {
  return customers.slice(0, mostLenses).flatMap(({ path, node }): CodeLens[] => {
    if (node.type !== 'object' || !node.children?.length) return [];
    return [
      {
        range: toRange(document, { offset: node.offset, length: 1 }),
        command: {
          title: `Create in HelpCrunch (${account})`,
          command,
          arguments: [{ uri: document.uri, path } satisfies LensTarget],
        },
      },
    ];
  });
}
