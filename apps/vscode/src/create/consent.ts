import {
  type AccountLabel,
  type Answer,
  type CreateCustomerPayload,
  type Question,
  questionMessage,
} from '@helpcrunch-customer-kit/core';
import type { PreviewQuestion } from './preview.ts';
import type { Modal, Prompts } from './prompts.ts';

/** In characters: with more, a dialog moves its buttons out of view. */
const maxBodyLength = 2500;
/** A button pressed sooner was pressed by the key that ran the command. */
const minAnswerMs = 500;
const oncePerWindow =
  'Once per window: what this window sends is forgotten when it is reloaded or closed, and other windows do not see it.';

/** Something to know besides the reasons of core; `mustAsk`: in the sandbox too. */
export interface SendNote {
  readonly message: string;
  readonly mustAsk: boolean;
}

/** What a file would create. */
export interface ImportQuestion {
  readonly title: string;
  readonly lines: readonly string[];
  /** It would go on with the run of another file. */
  readonly canBeNew: boolean;
}

/** What an agent wants to create, in words and as JSON. */
export interface PlanQuestion {
  readonly title: string;
  readonly notes: readonly string[];
  readonly bodies: string;
  readonly json: string;
}

const tooFast = 'Your answer came too fast. Answer again.';

interface QuestionText extends Pick<Modal, 'message' | 'buttons'> {
  /** Which of the buttons sends. */
  readonly send: string;
}

function previewOf(
  { message, buttons, send }: QuestionText,
  paragraphs: readonly (readonly string[])[],
  json: string,
): PreviewQuestion {
  const lines = paragraphs.flatMap((paragraph, index) => [...(index > 0 ? [''] : []), ...paragraph]);
  return { message, lines, json, send, cancel: buttons.find((button) => button !== send) };
}

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
  /** Asks once for the import of a file, with its plan. */
  askForImport(account: AccountLabel, plan: ImportQuestion): Promise<'create' | 'new-run' | undefined>;
  /** Asks about an agent's plan. `undefined` when the question was closed: then it stays open elsewhere. */
  askForPlan(account: AccountLabel, plan: PlanQuestion): Promise<'approved' | 'declined' | undefined>;
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

  /** Asks with a body below the text. One that is too long for the dialog is shown next to the editor, with the text. */
  async function choose(
    modal: QuestionText,
    paragraphs: readonly (readonly string[])[],
    body: { readonly text: string; readonly json: string },
  ): Promise<string | undefined> {
    const before = paragraphs.filter((lines) => lines.length > 0);
    for (let warning: readonly string[] = []; ; warning = [tooFast]) {
      const isRepeated = warning.length > 0;
      const all = isRepeated ? [warning, ...before] : before;
      const { button, openMs } =
        body.text.length > maxBodyLength
          ? await prompts.chooseInPreview(previewOf(modal, all, body.json))
          : await prompts.choose({
              ...modal,
              detail: [
                ...all.map((lines) => lines.join('\n')),
                ...(body.text === '' ? [] : [body.text]),
              ].join('\n\n'),
              isRepeated,
            });
      if (button === undefined || openMs >= minAnswerMs) return button;
    }
  }

  function chooseFor(
    question: Question,
    modal: QuestionText,
    notes: readonly SendNote[] = [],
  ): Promise<string | undefined> {
    const { account, request } = question;
    const messages = [...notes.map(({ message }) => message), ...questionMessage(question).reasons];
    const text = bodyText(request);
    const paragraphs = [messages, [...accountLines(account), ...searchedLines(question)]];
    return choose(modal, paragraphs, { text, json: text });
  }

  return {
    async ask(question, notes) {
      const { title, send, cancel } = questionMessage(question);
      const buttons = question.mayDuplicate ? [cancel, send] : [send];
      const chosen = await chooseFor(question, { message: title, buttons, send }, notes);
      return { kind: chosen === send ? 'send' : 'cancel' };
    },
    async askForRun(account, requests, invalid) {
      const lines = [
        'Each customer is its own request, sent one after the other.',
        'Before each one, the duplicate check searches HelpCrunch for its user ID and email.',
        ...(invalid > 0 ? [`${invalid} more cannot be sent. Fix the errors first.`] : []),
      ];
      const message = `Create ${requests.length} customers in HelpCrunch, account ${account.label}?`;
      const text = requests.map(bodyText).join('\n\n');
      const body = { text, json: JSON.stringify(requests, null, 2) };
      const chosen = await choose(
        { message, buttons: ['Create'], send: 'Create' },
        [lines, accountLines(account)],
        body,
      );
      return chosen !== undefined;
    },
    async askForImport(account, { title, lines, canBeNew }) {
      const other = 'Plan a New Run';
      const modal = { message: title, buttons: ['Create', ...(canBeNew ? [other] : [])], send: 'Create' };
      const chosen = await choose(modal, [lines, accountLines(account)], { text: '', json: '' });
      return chosen === undefined ? undefined : chosen === other ? 'new-run' : 'create';
    },
    async askForPlan(account, { title, notes, bodies, json }) {
      // It opens while the person does something else: Enter must not create.
      const modal = { message: title, buttons: ['Decline', 'Create'], send: 'Create' };
      const paragraphs = [['An AI agent asks.', ...notes], accountLines(account)];
      const chosen = await choose(modal, paragraphs, { text: bodies, json });
      return chosen === undefined ? undefined : chosen === 'Create' ? 'approved' : 'declined';
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
