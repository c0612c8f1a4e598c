import type { ClientSettings } from '@helpcrunch-customer-kit/language-server/protocol';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import type { CommandId } from '../contract/command-ids.ts';
import type { LanguageParts } from '../contract/language-interface.ts';
import { onlyFor } from './only-for.ts';
import type { OpenDocuments } from './open-documents.ts';

export const clientId = 'helpcrunch';
export const clientName = 'HelpCrunch Customer Kit';

const [create, showRule]: readonly CommandId[] = ['helpcrunch.createCustomer', 'helpcrunch.showRule'];

/**
 * How the client behaves. Its selector takes every JSON, since a `$schema` cannot be selected by; what lies between
 * lets pass only what is customer JSON.
 */
export function clientOptions(
  { account, channel }: Pick<LanguageParts, 'account' | 'channel'>,
  open: OpenDocuments,
): LanguageClientOptions {
  const initializationOptions: ClientSettings = {
    codeLens: { command: create ?? '', account },
    // The code, as the command's only argument, encoded as a URI has it.
    rulesUrl: `command:${showRule}?%5B%22{code}%22%5D`,
    clientFiles: true,
  };
  return {
    documentSelector: [{ language: 'json' }, { language: 'jsonc' }],
    // Without a name of their own, diagnostics of a web extension were lost beside the built-in JSON client's.
    diagnosticCollectionName: 'helpcrunch-language',
    initializationOptions,
    outputChannel: channel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportHtml: false },
    middleware: onlyFor(open),
  };
}
