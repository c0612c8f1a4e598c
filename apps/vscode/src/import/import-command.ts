import type { Ledger } from '@helpcrunch-customer-kit/core';
import {
  defaultRate,
  type KeptResult,
  type MappingChoices,
  mapColumns,
  mappingFileOf,
  mappingFileOfSource,
  readMappingFile,
  TableError,
} from '@helpcrunch-customer-kit/import';
import { type ReadImport, readImport } from '@helpcrunch-customer-kit/import/node';
import * as vscode from 'vscode';
import type { Account } from '../accounts/accounts.ts';
import type { Consent } from '../create/consent.ts';
import type { Prompts } from '../create/prompts.ts';
import { type FileImport, importFile } from './import-file.ts';
import { askMapping } from './map-columns.ts';
import { showImportResult, showImportRunning } from './result-panel.ts';

export interface ImportCommandParts {
  readonly extensionUri: vscode.Uri;
  /** The account in use; `undefined` after a message when it cannot be used. */
  readonly account: () => Promise<Account | undefined>;
  readonly ledgerOf: (account: Account) => Promise<Ledger>;
  readonly consent: Pick<Consent, 'askForImport'>;
  readonly prompts: Prompts;
}

interface HostParts extends ImportCommandParts {
  readonly hasFiles: boolean;
  readonly resultsInWindow: (identity: string) => Map<string, KeptResult>;
}

const needsFiles =
  'Importing a file needs VS Code on the desktop or in a remote window. Here, create customers from JSON.';
const extensions = ['csv', 'tsv', 'jsonl', 'ndjson', 'json'];

/** Imports the file of the arguments, else of the active editor, else one that the user picks. */
export async function importCommand(args: readonly unknown[], parts: HostParts): Promise<void> {
  const [clicked, how] = args;
  const asked = typeof clicked === 'string' ? vscode.Uri.file(clicked) : clicked;
  const uri = asked instanceof vscode.Uri ? asked : (activeTable() ?? (await pickFile()));
  if (!uri) return;
  if (!parts.hasFiles || uri.scheme !== 'file') {
    void vscode.window.showWarningMessage(needsFiles);
    return;
  }
  if (!(await isSaved(uri))) return;
  try {
    await importUri(uri, how === 'continue', parts);
  } catch (error) {
    const message = messageOf(error);
    if (message === undefined) throw error;
    void vscode.window.showErrorMessage(`${nameOf(uri)}: ${message}`);
  }
}

async function importUri(uri: vscode.Uri, isContinued: boolean, parts: HostParts): Promise<void> {
  const account = await parts.account();
  if (!account) return;
  const path = uri.fsPath;
  const read = await readImport(path);
  const mappingPath = mappingFileOf(path);
  const mapping = await decideMapping(read, mappingPath, isContinued);
  if (!mapping) return;
  const { consent, prompts, extensionUri } = parts;
  const ledger = await parts.ledgerOf(account);
  const inWindow = parts.resultsInWindow(account.identity);
  let showEarlier = () => {};
  const job: FileImport = {
    read,
    mapping,
    mappingPath,
    account,
    ledger,
    consent,
    prompts,
    inWindow,
    rate: defaultRate,
    onStart() {
      showEarlier = showImportRunning(uri, extensionUri);
    },
  };
  try {
    const result = await importFile(job);
    if (result) showImportResult({ file: uri, ...result }, extensionUri);
  } finally {
    showEarlier();
  }
}

/** As it was saved before; a run that goes on is not asked about it again. */
async function decideMapping({ path, profiles }: ReadImport, mappingPath: string, isContinued: boolean) {
  const source = mappingFileOfSource(path);
  // Rows that failed are mapped as they were in their own file.
  const ofSource = async () => (source === undefined ? undefined : readSaved(source));
  const saved = (await readSaved(mappingPath)) ?? (await ofSource()) ?? {};
  if (isContinued) {
    const { mapping, questions } = mapColumns(profiles, saved);
    if (questions.length === 0) return mapping;
  }
  return askMapping(nameOf(vscode.Uri.file(path)), profiles, saved);
}

/** `undefined` where no mapping was saved. */
async function readSaved(path: string): Promise<MappingChoices | undefined> {
  let text: string;
  try {
    text = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(path)));
  } catch {
    return undefined;
  }
  const reading = readMappingFile(text);
  if (reading.ok) return reading.choices;
  void vscode.window.showWarningMessage(`${nameOf(vscode.Uri.file(path))}: ${reading.message}`);
  return {};
}

function activeTable(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri && extensions.some((extension) => uri.path.toLowerCase().endsWith(`.${extension}`))
    ? uri
    : undefined;
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const filters = { Customers: extensions };
  const [picked] = (await vscode.window.showOpenDialog({ title: 'Pick a file of customers', filters })) ?? [];
  return picked;
}

/** What is imported is the file on disk. */
async function isSaved(uri: vscode.Uri): Promise<boolean> {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (!document?.isDirty) return true;
  const save = 'Save and Import';
  const chosen = await vscode.window.showWarningMessage(
    `${nameOf(uri)} has changes that are not saved.`,
    save,
  );
  return chosen === save && document.save();
}

function nameOf({ path }: vscode.Uri): string {
  return path.split('/').at(-1) ?? path;
}

/** What people can do something about; `undefined` for an internal error. */
function messageOf(error: unknown): string | undefined {
  if (error instanceof TableError)
    return error.message.replace(/: add --encoding (\S+)\.$/, '. Save it as UTF-8.');
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'LedgerError') return error.message;
  return 'code' in error && 'syscall' in error ? `The file system reports ${String(error.code)}.` : undefined;
}
