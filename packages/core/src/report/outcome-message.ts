import { rateLimitWait } from '../create/create-customer.ts';
import { customerId } from '../create/duplicate-check.ts';
import type {
  Created,
  NeedsConfirmation,
  Outcome,
  Rejected,
  Unauthorized,
  Unknown,
  UserIdTaken,
} from '../create/outcome.ts';
import type { AccountKind, Question } from '../create/question.ts';
import { count, oneLine } from '../customer/format.ts';
import {
  notSentMessages,
  unknownMessages,
  unreadableMessages,
  unresolvedLookupMessage,
  unresolvedLookupSteps,
} from './failure-messages.ts';
import { foundCustomerName } from './names.ts';
import { reasonMessages } from './reason-message.ts';
import { type Surface, type SurfaceMessages, surfaceMessages } from './surface.ts';

/** The message for an outcome: one sentence, and the next steps. */
export interface Message {
  readonly message: string;
  readonly next: readonly string[];
}

function accountName(account: AccountKind): string {
  return account === 'sandbox' ? 'the sandbox' : 'HelpCrunch';
}

/** The result of a create in one sentence, and what to do next. */
export function outcomeMessage(
  outcome: Outcome,
  account: AccountKind,
  surface: Surface = 'terminal',
): Message {
  switch (outcome.outcome) {
    case 'created':
      return createdMessage(outcome, account);
    case 'invalid':
      return {
        message: `Not sent: fix ${count(outcome.issues.filter(isError).length, 'error')} first.`,
        next: ['Fix the errors, then try again.'],
      };
    case 'rejected':
      return {
        message: `${capital(accountName(account))} refused the customer (${outcome.status}). No customer was created.`,
        next: rejectedNext(outcome, account, surfaceMessages[surface]),
      };
    case 'user-id-taken':
      return takenMessage(outcome);
    case 'unauthorized':
      return unauthorizedMessage(outcome, surfaceMessages[surface]);
    case 'rate-limited':
      return {
        message: `${capital(accountName(account))} is rate limiting requests (429). No customer was created.`,
        next: [`Try again in ${count(rateLimitWait(outcome.retryAfter), 'second')}.`],
      };
    case 'not-sent':
      return {
        message: `Nothing was sent. ${notSentMessages[outcome.reason].message}`,
        next: notSentMessages[outcome.reason].next(surfaceMessages[surface]),
      };
    case 'unknown':
      return unknownMessage(outcome);
    case 'blocked':
      return {
        message: `Something between here and HelpCrunch blocked the request (${outcome.status}), such as a firewall or a proxy. No customer was created.`,
        next: ['Check your network, VPN, firewall or proxy, then try again.'],
      };
    case 'needs-confirmation':
      return needsConfirmationMessage(outcome, surfaceMessages[surface]);
    case 'dry-run':
      return { message: 'Nothing was sent: this was a dry run.', next: ['Send it without the dry run.'] };
    case 'cancelled':
      return { message: 'Canceled: nothing was sent.', next: [] };
    default: {
      const unreachable: never = outcome;
      return unreachable;
    }
  }
}

/** A 404 or 405 to a create is about the address, most often a base URL without its version, and not about the customer. */
function rejectedNext({ status }: Rejected, account: AccountKind, { baseUrl }: SurfaceMessages): string[] {
  return account === 'live' && (status === 404 || status === 405)
    ? [`Check ${baseUrl}: nothing at that address creates customers. HelpCrunch's own ends with /v1.`]
    : ['Change what was refused before sending again: the same request gets the same answer.'];
}

const confirmation: Readonly<Record<Created['confirmedBy'], string>> = {
  answer: '',
  lookup: ': a lookup found it',
  ledger: ' earlier under this idempotency key; nothing was sent again',
};

function createdMessage(
  { customer, unreadable, confirmedBy, dropped, changed }: Created,
  account: AccountKind,
): Message {
  const id = customer && customerId(customer);
  const named = id === undefined ? '' : ` Its ID is ${oneLine(id, 40)}.`;
  const how = confirmation[confirmedBy];
  const but = unreadable ? `, but ${unreadableMessages[unreadable]}` : '';
  return {
    message: `The customer was created in ${accountName(account)}${how}${but}.${named}`,
    next: [
      ...(dropped.length > 0
        ? [
            'Some of what was sent is not in the answer; a custom attribute may have to be registered first, under Settings → Contacts → Custom attributes.',
          ]
        : []),
      ...(changed.length > 0 ? ['Some of what was sent came back changed; compare it.'] : []),
      ...(unreadable ? ['Look the customer up in HelpCrunch to see what was stored.'] : []),
    ],
  };
}

/** The result of a lookup says more than the lost answer. */
function unknownMessage({ reason, lookup, request }: Unknown): Message {
  const isSafe = request.userId !== undefined;
  const risk = isSafe
    ? 'Sending again is safe once you have checked: HelpCrunch refuses a second customer with this user ID.'
    : 'Sending again could create the same customer twice.';
  const why = `The customer may have been created: ${unknownMessages[reason]}.`;
  return lookup
    ? {
        message: `${why} ${unresolvedLookupMessage(lookup)}`,
        next: [...unresolvedLookupSteps(lookup), risk],
      }
    : { message: why, next: ['Check whether the customer exists before anything else.', risk] };
}

function needsConfirmationMessage({ question }: NeedsConfirmation, words: SurfaceMessages): Message {
  return {
    message: ['Nothing was sent: this needs your confirmation.', ...reasonMessages(question.reasons)].join(
      ' ',
    ),
    next: finalStep(question) ?? words.confirm(question),
  };
}

/** What to do when no answer to the question would help. */
function finalStep({ reasons }: Question): string[] | undefined {
  const kinds = reasons.map(({ kind }) => kind);
  if (kinds.includes('in-flight')) return ['Wait until it is done.'];
  return kinds.includes('key-reused') ? ['Use another idempotency key for this customer.'] : undefined;
}

function takenMessage({ holder, noticed, createdBy }: UserIdTaken): Message {
  const who = foundCustomerName(holder, 'userId');
  if (createdBy !== undefined) {
    return {
      message: `Nothing was sent: this customer was already created from here, as ${who}.`,
      next: ['Use another user ID to create another customer.'],
    };
  }
  return {
    message:
      noticed === 'before-sending'
        ? `Nothing was sent: the user ID belongs to ${who}.`
        : `No customer was created: the user ID belongs to ${who}.`,
    next: ['Use another user ID, or leave it out.'],
  };
}

function unauthorizedMessage({ reason }: Unauthorized, words: SurfaceMessages): Message {
  switch (reason) {
    case 'key-refused':
      return {
        message: 'HelpCrunch did not accept the API key (401). No customer was created.',
        next: [words.refusedKey],
      };
    case 'forbidden':
      return {
        message: 'The API key may not create customers (403). No customer was created.',
        next: ['Use a key from Settings → Developers → Public API, or ask an administrator for one.'],
      };
    case 'no-key':
      return {
        message: 'Not sent: the API key is missing or unusable.',
        next: [words.setKey],
      };
    default: {
      const unreachable: never = reason;
      return unreachable;
    }
  }
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
