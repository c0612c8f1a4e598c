import { customerSchemaId } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import { ruleSection } from './rule-section.ts';

export const ownScheme = 'helpcrunch';

/**
 * The documents that the extension brings along, offline too: the schema that `$schema` names, and a page for each rule,
 * `helpcrunch://rules/<code>.md`, which is its section of docs/rules.md.
 */
export function createOwnDocuments(extensionUri: vscode.Uri): vscode.TextDocumentContentProvider {
  async function read(file: string): Promise<string> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', file));
    return new TextDecoder().decode(bytes);
  }
  return {
    async provideTextDocumentContent(uri) {
      if (uri.toString() === customerSchemaId) return read('customer.schema.json');
      const code = uri.authority === 'rules' ? /^\/([a-z-]+)\.md$/.exec(uri.path)?.[1] : undefined;
      return code === undefined ? undefined : ruleSection(await read('rules.md'), code);
    },
  };
}
