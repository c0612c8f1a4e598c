import {
  type CreateCustomerPayload,
  commandRefusal,
  commandRefusalMessage,
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

/** A customer as JSON, or as a command that creates it. Only a command that can work is returned. */
export function copyText(form: CopyForm, request: CreateCustomerPayload, context: CopyContext): CopyText {
  const { hide, environment } = context;
  if (form === 'json') {
    const text = printableJson(request, { hide, indent: 2 });
    const isHidden = text.includes(hiddenMark);
    return {
      ok: true,
      title: isHidden ? `JSON, with ${hiddenMark} for what looks like a key` : 'JSON',
      text,
    };
  }
  const name = form === 'curl' ? 'curl command' : 'command';
  const text = form === 'curl' ? curlOf(request, context) : commandOf(request, context);
  const refusal = commandRefusal(text);
  if (refusal !== undefined) {
    const instead = `Save the JSON of the review in a file, and run: ${programName(environment)} --from FILE`;
    const message = commandRefusalMessage(refusal, name);
    return { ok: false, message: refusal === 'too-long' ? `${message} ${instead}` : message };
  }
  if (form === 'command' && !context.isSandbox && !context.keyIsKept) {
    const message = 'No command would work: this key was not kept. Keep it with login, and start again.';
    return { ok: false, message };
  }
  return { ok: true, title: form === 'curl' ? 'As curl' : 'As a command', text };
}

/** A key that only the keychain has is never printed: the shell stops, and says what to set. */
function curlOf(request: CreateCustomerPayload, context: CopyContext): string {
  const { isSandbox, baseUrl, environment, hide } = context;
  const live = environment['HELPCRUNCH_API_KEY'] ? 'variable' : 'variable-or-stop';
  return curlCommand(request, baseUrl, { key: isSandbox ? 'sandbox' : live, hide });
}

function commandOf(request: CreateCustomerPayload, context: CopyContext): string {
  const { isSandbox, sandboxUrl, environment, hide } = context;
  const sandboxFlag = sandboxUrl === undefined ? '--sandbox' : `--sandbox=${sandboxUrl}`;
  const program = programName(environment);
  return createCommand(request, isSandbox ? [sandboxFlag] : [], { program, hide });
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
