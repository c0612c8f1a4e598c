import type { CreateCustomerPayload } from '@helpcrunch-customer-kit/core';

/** More than a dialog shows without scrolling away its buttons. */
const longest = 2500;

export interface ConfirmText {
  readonly message: string;
  readonly detail: string;
  /** The body does not fit: it has to be shown elsewhere before the question is asked. */
  readonly isBodyElsewhere: boolean;
  readonly body: string;
}

/** What a person agrees to before a customer goes to a live account: where to, which account, and the exact body. */
export function confirmText(
  request: CreateCustomerPayload,
  account: { readonly label: string; readonly host: string | undefined },
  notes: readonly string[],
): ConfirmText {
  const body = JSON.stringify(request, null, 2);
  const isBodyElsewhere = body.length > longest;
  const shown = isBodyElsewhere ? `The body (${body.length} characters) is open in the editor.` : body;
  return {
    message: `Create this customer in HelpCrunch, account ${account.label}?`,
    detail: [`Account: ${account.label}`, `Host: ${account.host ?? ''}`, ...notes, '', shown].join('\n'),
    isBodyElsewhere,
    body,
  };
}
