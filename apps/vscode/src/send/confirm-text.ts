import type { CreateCustomerPayload } from '@helpcrunch-customer-kit/core';

/** More than a dialog shows without scrolling away its buttons. */
const longest = 2500;

export interface ConfirmText {
  readonly message: string;
  readonly detail: string;
  /** The body does not fit: it has to be shown elsewhere before the question is asked. */
  readonly isBodyElsewhere: boolean;
  readonly body: string;
  /** It went out a moment ago, so that an earlier yes does not count. */
  readonly isRepeat: boolean;
}

interface Destination {
  readonly label: string;
  readonly host: string | undefined;
}

/** What a person agrees to before a customer goes to a live account: where to, which account, and the exact body. */
export function confirmText(
  request: CreateCustomerPayload,
  account: Destination,
  notes: readonly string[],
  isRepeat = false,
): ConfirmText {
  const body = bodyOf(request);
  const message = `Create this customer in HelpCrunch, account ${account.label}?`;
  return { ...question(message, account, notes, body), isRepeat };
}

/** The same for several customers, which are sent one after the other. */
export function confirmSeveralText(
  requests: readonly CreateCustomerPayload[],
  account: Destination,
  leftOut: number,
): ConfirmText {
  const message = `Create ${requests.length} customers in HelpCrunch, account ${account.label}?`;
  const notes = [
    'One after the other, each as a request of its own.',
    ...(leftOut > 0 ? [`${leftOut} more cannot be sent: there is something to put right first.`] : []),
  ];
  const shown = requests.map(bodyOf).join('\n\n');
  return {
    ...question(message, account, notes, shown),
    // A document of its own is one JSON value.
    body: JSON.stringify(requests, null, 2),
    isRepeat: false,
  };
}

/** A body as it is shown to be agreed to. */
export function bodyOf(request: CreateCustomerPayload): string {
  return JSON.stringify(request, null, 2);
}

function question(message: string, account: Destination, notes: readonly string[], body: string) {
  const isBodyElsewhere = body.length > longest;
  const shown = isBodyElsewhere ? `The body (${body.length} characters) is open in the editor.` : body;
  const detail = [`Account: ${account.label}`, `Host: ${account.host ?? ''}`, ...notes, '', shown].join('\n');
  return { message, detail, isBodyElsewhere, body };
}
