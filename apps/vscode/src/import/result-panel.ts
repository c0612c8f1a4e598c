import {
  type ImportPlan,
  issueGroupMessage,
  linesLabel,
  number,
  resultRows,
  type Totals,
} from '@helpcrunch-customer-kit/import';
import * as vscode from 'vscode';
import { type Account, placeOf } from '../accounts/accounts.ts';
import { fileName } from '../editor/documents.ts';
import type { CommandId } from '../entry/contract.ts';

/** What came of the import of a file. */
export interface ImportResult {
  readonly file: vscode.Uri;
  readonly account: Pick<Account, 'kind' | 'label' | 'host'>;
  readonly totals: Totals;
  /** Paths by their kind. */
  readonly files: Parameters<typeof resultRows>[1];
  readonly problems: ImportPlan['issues'];
  /** Why it stopped early. */
  readonly stopped: string | undefined;
  /** False where each row had its outcome before. */
  readonly hasSent: boolean;
}

const [importCommand, openCommand]: readonly CommandId[] = [
  'helpcrunch.importCustomers',
  'helpcrunch.openFile',
];
const type = 'helpcrunch.import';
/** The failed rows are all in their file. */
const maxProblems = 50;

let panel: vscode.WebviewPanel | undefined;

/** Shows the result as a table with links to the files. The page has no script; its links are commands. */
export function showImportResult(result: ImportResult, extensionUri: vscode.Uri): void {
  const column = vscode.ViewColumn.Beside;
  const media = vscode.Uri.joinPath(extensionUri, 'media');
  if (!panel) {
    panel = vscode.window.createWebviewPanel(
      type,
      'HelpCrunch Import',
      { viewColumn: column, preserveFocus: true },
      {
        enableCommandUris: [importCommand ?? '', openCommand ?? ''],
        localResourceRoots: [media],
      },
    );
    panel.iconPath = vscode.Uri.joinPath(media, 'icon.png');
    panel.onDidDispose(() => {
      panel = undefined;
    });
  } else panel.reveal(undefined, true);
  panel.webview.html = page(panel, media, resultBody(result));
}

/**
 * While an import runs, an open page shows that, rather than the result of an earlier one. Returns what shows that again, unless
 * there is a new result.
 */
export function showImportRunning(file: vscode.Uri, extensionUri: vscode.Uri): () => void {
  const shown = panel;
  if (!shown) return () => {};
  const { html: earlier } = shown.webview;
  const body = `<header class="tone-neutral">
<h1>Importing ${escapeHtml(fileName(file.path))}…</h1>
<p role="status">A notification shows the progress. Cancel there stops after the current rows.</p>
</header>`;
  shown.webview.html = page(shown, vscode.Uri.joinPath(extensionUri, 'media'), body);
  const { html: running } = shown.webview;
  return () => {
    if (panel === shown && shown.webview.html === running) shown.webview.html = earlier;
  };
}

function page({ webview }: vscode.WebviewPanel, media: vscode.Uri, body: string): string {
  const style = webview.asWebviewUri(vscode.Uri.joinPath(media, 'panel.css')).toString();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource};">
<link rel="stylesheet" href="${style}">
<title>HelpCrunch Import</title>
</head>
<body>
<main>
${body}
</main>
</body>
</html>`;
}

/** Everything that comes from a file or from HelpCrunch is escaped. */
function resultBody(result: ImportResult): string {
  const { file, account, totals, files, problems, hasSent } = result;
  const note = result.stopped ?? (hasSent ? undefined : 'Nothing was sent now: no row was left to send.');
  const left = totals.pending + totals.unknown;
  const title = `${number(totals.created)} of ${number(totals.rows)} created`;
  const tone = left > 0 ? 'unsure' : totals.failed + totals.invalid > 0 ? 'bad' : 'good';
  const rows = resultRows(totals, files).map(
    (row) =>
      `<tr><th scope="row">${row.name}</th><td class="count">${number(row.count)}</td><td>${row.file === undefined ? '' : fileLink(row.file)}</td></tr>`,
  );
  const listed = problems.slice(0, maxProblems).map((problem) => drawProblem(problem, file.fsPath));
  const again = commandLink(importCommand, [file.fsPath, 'continue'], {
    label: `Continue with the ${number(left)} left`,
    className: 'button primary',
  });
  const facts = [fileName(file.path), ...placeOf(account)];
  return `<header class="tone-${tone}">
<h1>${title}</h1>
${note === undefined ? '' : `<p role="status">${escapeHtml(note)}</p>`}
<ul class="facts">${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('')}</ul>
</header>
${left > 0 ? `<div class="actions">${again}</div>` : ''}
<section>
<h2>Rows</h2>
<table>
<thead><tr><th scope="col">Result</th><th scope="col" class="count">Rows</th><th scope="col">File</th></tr></thead>
<tbody>
${rows.join('\n')}
<tr><th scope="row">All rows</th><td class="count">${number(totals.rows)}</td><td></td></tr>
</tbody>
</table>
</section>
${listed.length === 0 ? '' : `<section>\n<h2>Problems</h2>\n<ul>\n${listed.join('\n')}\n</ul>\n</section>`}`;
}

function fileLink(path: string): string {
  return commandLink(openCommand, [path], { label: fileName(path) });
}

/** Its lines are a link to the first one. */
function drawProblem(problem: ImportPlan['issues'][number], path: string): string {
  const { severity, lines } = problem;
  const label = linesLabel(problem);
  const rest = issueGroupMessage(problem).slice(label.length);
  const link = commandLink(openCommand, [path, lines[0] ?? 1], { label });
  return `<li class="${severity === 'error' ? 'problem' : 'note'}">${link}${escapeHtml(rest)}</li>`;
}

/** Arguments are paths: in a remote window, a URI would be taken for one of another machine. */
function commandLink(
  command: string | undefined,
  args: readonly unknown[],
  { label, className = 'link' }: { readonly label: string; readonly className?: string },
): string {
  const query = encodeURIComponent(JSON.stringify(args));
  return `<a class="${className}" href="command:${command}?${query}">${escapeHtml(label)}</a>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
