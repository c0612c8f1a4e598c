import * as vscode from 'vscode';

/** Opens the page of a rule, to be read; the link of a finding leads here. */
export async function showRule(code: unknown): Promise<void> {
  if (typeof code !== 'string') return;
  const page = vscode.Uri.from({ scheme: 'helpcrunch', authority: 'rules', path: `/${code}.md` });
  await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
}
