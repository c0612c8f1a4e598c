import * as vscode from 'vscode';
import type { TextDocuments } from '../editor/documents.ts';
import { setContextKey } from '../editor/settings.ts';

export interface ModalAnswer {
  /** `undefined` when the question was closed without a button. */
  readonly button: string | undefined;
  /** How long it was open, in milliseconds. */
  readonly openMs: number;
}

/** A question whose body is too long for a dialog. */
export interface PreviewQuestion {
  readonly message: string;
  /** What to know before answering, a line each. */
  readonly lines: readonly string[];
  readonly json: string;
  /** The labels of both answers. The title bar calls them Create and Cancel. */
  readonly send: string;
  /** `undefined` where a cancel has no name of its own. */
  readonly cancel: string | undefined;
}

/** Asks in a read-only document next to the editor, with Create and Cancel in its title bar. */
export interface Previews {
  ask(question: PreviewQuestion): Promise<ModalAnswer>;
  /** The commands of the title bar. */
  answer(button: 'create' | 'cancel'): void;
}

interface OpenQuestion {
  readonly openedAt: number;
  settle(button: 'create' | 'cancel' | 'closed'): void;
}

export function createPreviews(texts: TextDocuments): Previews {
  let open: OpenQuestion | undefined;
  return {
    async ask({ message, lines, json, send, cancel }) {
      const how = `To ${send.toLowerCase()}: the check mark in the title bar, or Ctrl+Enter. To cancel: Escape.`;
      const text = `${[message, '', ...lines, '', how].flatMap(comment).join('\n')}\n${json}\n`;
      const shown = await texts.open('Create', { text, kind: 'jsonc' }, { isQuestion: true });
      const { promise, resolve } = Promise.withResolvers<'create' | 'cancel' | 'closed'>();
      open = { openedAt: performance.now(), settle: resolve };
      setContextKey('confirming', true);
      const closing = shown.onDidClose(() => resolve('closed'));
      try {
        const button = await promise;
        const openMs = performance.now() - open.openedAt;
        if (button === 'closed') return { button: undefined, openMs };
        return { button: button === 'create' ? send : cancel, openMs };
      } finally {
        open = undefined;
        closing.dispose();
        setContextKey('confirming', false);
        await shown.close();
      }
    },
    answer(button) {
      if (open) open.settle(button);
      else vscode.window.setStatusBarMessage('There is no question to answer.', 5000);
    },
  };
}

/** In characters: about as wide as a column of an editor. */
const maxLineLength = 60;

/** The body stays JSON with comments, so that the editor colors it. Lines are wrapped between words. */
function comment(line: string): string[] {
  const wrapped = [''];
  for (const word of line.split(/\s+/)) {
    const longer = `${wrapped.at(-1)} ${word}`.trim();
    if (longer.length > maxLineLength && wrapped.at(-1) !== '') wrapped.push(word);
    else wrapped[wrapped.length - 1] = longer;
  }
  return wrapped.map((part) => `// ${part}`.trimEnd());
}
