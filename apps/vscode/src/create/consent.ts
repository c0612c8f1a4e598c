import {
  type AccountLabel,
  type Answer,
  type CreateCustomerPayload,
  type Question,
  questionMessage,
} from '@helpcrunch-customer-kit/core';
import type { Modal, Prompts } from './prompts.ts';

/** In characters: with more, a dialog moves its buttons out of view. */
const maxBodyLength = 2500;
/** A button pressed sooner was pressed by the key that ran the command. */
const minAnswerMs = 500;
const skip = 'Skip this one';
const oncePerWindow =
  'Once per window: what this window sends is forgotten when it is reloaded or closed, and other windows do not see it.';

/** Something to know besides the reasons of core; `mustAsk`: in the sandbox too. */
export interface SendNote {
  readonly message: string;
  readonly mustAsk: boolean;
}

/** What to do about one customer of a run. */
export type RunAnswer = 'send' | 'skip' | 'stop';

export interface ConsentOptions {
  /** Only this window remembers what was sent, until it is closed or reloaded. */
  readonly isOncePerWindow: boolean;
}

export interface Consent {
  /** Asks about one customer. */
  ask(question: Question, notes: readonly SendNote[]): Promise<Answer>;
  /** Asks once for a whole run in a live account, before its first request. */
  askForRun(
    account: AccountLabel,
    requests: readonly CreateCustomerPayload[],
    invalid: number,
  ): Promise<boolean>;
  /** Asks about one customer in the middle of a run. */
  askInRun(name: string, question: Question): Promise<RunAnswer>;
}

/**
 * The only place that asks before a customer is sent. Where sending could create a second customer, Enter chooses the safe
 * answer. A button that is pressed too soon after the dialog opened does not count, and the dialog opens again.
 */
export function createConsent(prompts: Prompts, { isOncePerWindow }: ConsentOptions): Consent {
  const accountLines = ({ kind, label, host }: AccountLabel): string[] => [
    `Account: ${label}`,
    `Host: ${host ?? 'inside this window'}`,
    ...(isOncePerWindow && kind === 'live' ? [oncePerWindow] : []),
  ];

  async function choose(modal: Modal): Promise<string | undefined> {
    let { detail } = modal;
    for (;;) {
      const { button, openMs } = await prompts.choose({ ...modal, detail });
      if (button === undefined || openMs >= minAnswerMs) return button;
      detail = `Your answer came too fast. Answer again.\n\n${modal.detail}`;
    }
  }

  /** Shows a body that is too long for the dialog in the editor. */
  async function shownBody(text: string, body: string): Promise<string> {
    if (text.length <= maxBodyLength) return text;
    await prompts.showBody(body);
    return `The body (${text.length} characters) is open in the editor.`;
  }

  async function detailOf(question: Question, notes: readonly string[]): Promise<string> {
    const body = bodyText(question.request);
    const lines = [...accountLines(question.account), ...notes, ...questionMessage(question).reasons];
    return [...lines, ...searchedLines(question), '', await shownBody(body, body)].join('\n');
  }

  return {
    async ask(question, notes) {
      const { title, send, cancel } = questionMessage(question);
      const messages = notes.map(({ message }) => message);
      const chosen = await choose({
        message: title,
        detail: await detailOf(question, messages),
        buttons: question.mayDuplicate ? [cancel, send] : [send],
      });
      return { kind: chosen === send ? 'send' : 'cancel' };
    },
    async askForRun(account, requests, invalid) {
      const text = requests.map(bodyText).join('\n\n');
      const lines = [
        ...accountLines(account),
        'Each customer is its own request, sent one after the other.',
        'Before each one, the duplicate check searches HelpCrunch for its user ID and email.',
        ...(invalid > 0 ? [`${invalid} more cannot be sent. Fix the errors first.`] : []),
      ];
      // Together they are one JSON value.
      const body = await shownBody(text, JSON.stringify(requests, null, 2));
      const chosen = await choose({
        message: `Create ${requests.length} customers in HelpCrunch, account ${account.label}?`,
        detail: [...lines, '', body].join('\n'),
        buttons: ['Create'],
      });
      return chosen !== undefined;
    },
    async askInRun(name, question) {
      const { title, send } = questionMessage(question);
      const chosen = await choose({
        message: `${name}: ${title}`,
        detail: await detailOf(question, []),
        buttons: question.mayDuplicate ? [skip, send] : [send, skip],
      });
      if (chosen === send) return 'send';
      return chosen === skip ? 'skip' : 'stop';
    },
  };
}

export function bodyText(request: CreateCustomerPayload): string {
  return JSON.stringify(request, null, 2);
}

/** What was sent before consent: nothing to the sandbox inside this window. */
function searchedLines({ account, request: { userId, email } }: Question): string[] {
  if (account.host === undefined) return [];
  const fields = [...(userId === undefined ? [] : ['user ID']), ...(email === undefined ? [] : ['email'])];
  return fields.length === 0
    ? []
    : [`Already sent to this host for the duplicate check: ${fields.join(', ')}.`];
}
