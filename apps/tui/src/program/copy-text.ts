import {
  type CreateCustomerPayload,
  curlCommand,
  hiddenMark,
  printableJson,
} from '@helpcrunch-customer-kit/core';
import { createCommand } from '../command-line/create-command.ts';
import { programName } from '../command-line/program.ts';
import type { CopyForm } from '../wizard/wizard-event.ts';

export interface CopyContext {
  readonly baseUrl: string;
  readonly isSandbox: boolean;
  /** The address of a running sandbox; `undefined` for the one in this process. */
  readonly sandboxUrl: string | undefined;
  /** False when another command would not find the key in use. */
  readonly keyIsKept: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Takes keys out of a text. */
  readonly hide: (text: string) => string;
}

/** A text to copy with its title, or why there is none that works and what to do instead. */
export type CopyText =
  | { readonly ok: true; readonly title: string; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** Linux takes no longer argument (`MAX_ARG_STRLEN`, its final zero included), in bytes. */
const maxArgumentBytes = 128 * 1024 - 1;

/** A customer as JSON, or as a command that creates it. Only a command that can work is returned. */
export function copyText(form: CopyForm, request: CreateCustomerPayload, context: CopyContext): CopyText {
  const { isSandbox, sandboxUrl, baseUrl, environment, hide } = context;
  const json = printableJson(request, { hide, indent: 2 });
  const isHidden = json.includes(hiddenMark);
  if (form === 'json') {
    return {
      ok: true,
      title: isHidden ? `JSON, with ${hiddenMark} for what looks like a key` : 'JSON',
      text: json,
    };
  }
  const name = form === 'curl' ? 'curl command' : 'command';
  const message = commandProblem(form, context, isHidden);
  if (message !== undefined) return { ok: false, message: `No ${name} would work: ${message}` };
  const sandboxFlag = sandboxUrl === undefined ? '--sandbox' : `--sandbox=${sandboxUrl}`;
  const program = programName(environment);
  const text =
    form === 'curl'
      ? curlCommand(request, baseUrl, { hide, ...(isSandbox ? { key: 'sandbox' } : {}) })
      : createCommand(request, isSandbox ? [sandboxFlag] : [], { program, hide });
  if (Buffer.byteLength(text) > maxArgumentBytes) {
    const instead = `Save the JSON of the review in a file, and run: ${program} --from FILE`;
    return { ok: false, message: `The ${name} would be too long for a command line. ${instead}` };
  }
  return { ok: true, title: form === 'curl' ? 'As curl' : 'As a command', text };
}

/** Why no command works, and what to do instead; `undefined` when one does. */
function commandProblem(
  form: 'curl' | 'command',
  { isSandbox, keyIsKept, environment }: CopyContext,
  isHidden: boolean,
): string | undefined {
  if (isHidden) return `the customer has text that looks like a key. Remove it first.`;
  if (isSandbox) return undefined;
  if (form === 'curl' && !environment['HELPCRUNCH_API_KEY']) {
    return 'HELPCRUNCH_API_KEY is not set. Set it in your shell, and start again.';
  }
  return keyIsKept ? undefined : 'this key was not kept. Keep it with login, and start again.';
}

/** More than this, in characters of base64, many terminals refuse to take. */
const limit = 74_000;

/**
 * The sequence that asks the terminal to put a text on the clipboard (OSC 52), which works over SSH too; inside tmux it
 * is wrapped so that tmux hands it on. `undefined` for a text that is too long. The terminal does not report whether it copied.
 */
export function copySequence(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const encoded = Buffer.from(text).toString('base64');
  if (encoded.length > limit) return undefined;
  const sequence = `\u001b]52;c;${encoded}\u0007`;
  return environment['TMUX']
    ? `\u001bPtmux;${sequence.replaceAll('\u001b', '\u001b\u001b')}\u001b\\`
    : sequence;
}
