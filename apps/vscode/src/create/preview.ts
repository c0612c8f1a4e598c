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
  /** The commands of the title bar, with the document that it belongs to; a key has none, and answers in the focused one. */
  answer(button: Button, document: unknown): void;
}

type Button = 'create' | 'cancel';

export function createPreviews(texts: TextDocuments): Previews {
  const open = new Map<string, (button: Button | 'closed') => void>();
  function changed(): void {
    setContextKey('confirming', open.size > 0);
  }
  return {
    async ask({ message, lines, json, send, cancel }) {
      const how = `To ${send.toLowerCase()}: the check mark in the title bar, or Ctrl+Enter. To cancel: Escape.`;
      const text = `${[message, '', ...lines, '', how].flatMap(comment).join('\n')}\n${json}\n`;
      const shown = await texts.open('Create', { text, kind: 'jsonc' }, { isQuestion: true });
      const { promise, resolve } = Promise.withResolvers<Button | 'closed'>();
      const openedAt = performance.now();
      open.set(shown.uri, resolve);
      changed();
      const closing = shown.onDidClose(() => resolve('closed'));
      try {
        const button = await promise;
        const openMs = performance.now() - openedAt;
        if (button === 'closed') return { button: undefined, openMs };
        return { button: button === 'create' ? send : cancel, openMs };
      } finally {
        open.delete(shown.uri);
        closing.dispose();
        changed();
        await shown.close();
      }
    },
    answer(button, document) {
      const uri = document instanceof vscode.Uri ? document : vscode.window.activeTextEditor?.document.uri;
      const settle = open.get(uri?.toString() ?? '');
      if (settle) settle(button);
      // What is confirmed has to be what is in view.
      else
        vscode.window.setStatusBarMessage('Nothing was sent: answer in the document of the question.', 5000);
    },
  };
}

/** In characters: what fits into half of a small window, beside the source. */
const maxLineLength = 40;

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
