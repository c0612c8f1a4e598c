import type { NotSentReason } from '../api/api-failure.ts';
import type { ApiKeyIssue } from '../api/api-key.ts';
import type { BaseUrlIssue } from '../api/connection.ts';
import type { LookupFailure } from '../api/search.ts';
import type { CannotTellReason, UnresolvedLookup } from '../create/lookup.ts';
import type { Created, UnknownReason } from '../create/outcome.ts';
import { count } from '../customer/format.ts';
import { customerName } from './names.ts';
import type { SurfaceMessages } from './surface.ts';

interface NotSentMessage {
  readonly message: string;
  /** What helps, for the surface where it is read. */
  next(words: SurfaceMessages): readonly string[];
}

/** Why nothing was sent, and what helps. */
export const notSentMessages: Readonly<Record<NotSentReason, NotSentMessage>> = {
  aborted: { message: 'It was canceled before anything was sent.', next: () => [] },
  'unusable-url': {
    message: "The base URL can't be used.",
    next: ({ baseUrl }) => [`Check ${baseUrl}.`],
  },
  'host-not-found': {
    message: 'The host was not found.',
    next: ({ baseUrl }) => [`Check your network connection, and ${baseUrl} if you set it.`],
  },
  'connection-refused': {
    message: 'The connection was refused.',
    next: ({ baseUrl }) => [`Check that the server is running, and ${baseUrl} or your proxy if you set one.`],
  },
  'connect-timeout': {
    message: 'No connection could be made in time.',
    next: () => ['Check your network connection, your proxy and your firewall, then try again.'],
  },
  certificate: {
    message: "The server's certificate is not trusted.",
    next: ({ certificate }) => [certificate],
  },
  unreachable: {
    message: 'The host cannot be reached from here.',
    next: ({ baseUrl }) => [`Check your network connection, and ${baseUrl} if you set it.`],
  },
  'proxy-refused': {
    message: 'The proxy did not let the connection through.',
    next: () => ['Check the proxy settings of this machine, and whether the proxy allows the host.'],
  },
  'not-secured': {
    message: 'The connection ended before it was secure.',
    next: ({ baseUrl }) => [`Check your proxy and your firewall, and ${baseUrl} if you set it.`],
  },
};

/** What happened to the answer. Follows "The customer may have been created: ". */
export const unknownMessages: Readonly<Record<UnknownReason, string>> = {
  cancelled: 'you canceled after the request had begun',
  'answer-timeout': 'no answer came in time',
  'connection-lost': 'the connection was lost before the answer',
  'request-timeout': 'the server gave up waiting for the request',
  'server-error': 'the server answered with an error of its own',
  'unexpected-status': 'HelpCrunch does not document the status of the answer',
  'sent-earlier': 'it was sent earlier, and how it ended is not known',
  'created-with-errors': 'the answer reports both "created" (201) and errors',
  'refused-but-found':
    'the request was refused, but the customer is there, or may be. This request may have created it if it was passed on twice',
  redirect: 'the answer points to another address, which is never followed',
};

/** Why the answer could not be read. Follows a complete statement. */
export const unreadableMessages: Readonly<Record<NonNullable<Created['unreadable']>, string>> = {
  empty: 'its answer is empty',
  'cut-off': 'its answer broke off',
  'too-large': 'its answer is too large to read',
  'too-deep': 'its answer is nested too deep to read',
  html: 'its answer is a web page instead of JSON',
  'not-json': 'its answer is not a JSON object',
  'not-a-customer': 'its answer is not in the documented form, so what was stored cannot be compared',
};

/** Why a text cannot be used as a key; the key itself is never repeated. */
export const apiKeyMessages: Readonly<Record<ApiKeyIssue, string>> = {
  missing: 'The API key is missing.',
  'angle-brackets': 'The API key has angle brackets in it. Remove them.',
  'line-break-inside': 'The API key has a line break inside. Copy it again, as one line.',
  'blank-inside': 'The API key has a space inside. Copy it again.',
  'invisible-character': 'The API key has an invisible character inside. Copy it again.',
  'not-ascii': 'The API key has characters that are never part of a key. Copy it again.',
};

/** Why a text cannot be used as the base URL. */
export const baseUrlMessages: Readonly<Record<BaseUrlIssue, string>> = {
  'not-a-url': 'The base URL is not a web address. Write it as https://api.helpcrunch.com/v1.',
  'angle-brackets': 'The base URL has angle brackets in it. Remove them.',
  'blank-inside': 'The base URL has a space inside. Remove it.',
  'not-https': 'The base URL must begin with https. Plain http works on this machine only.',
  credentials: 'The base URL has a user name or password in it. Remove them.',
  query: 'The base URL ends in a query or a fragment. Remove it.',
};

const cannotTell = "Can't tell whether the customer was created:";

const cannotTellMessages: Readonly<Record<CannotTellReason, string>> = {
  'nothing-to-search-by': `${cannotTell} it has no user ID or email to search for.`,
  'no-earlier-check': `${cannotTell} it is there now, but may have been there before.`,
  'too-many-matches': `${cannotTell} too many customers share its email.`,
  differs: `${cannotTell} a new customer has the same user ID or email, but differs from what was sent.`,
  'several-match': `${cannotTell} more than one new customer is exactly as sent.`,
  'too-late': `${cannotTell} a customer with this email is there now, but too long after sending to be sure it is this one.`,
  'seen-before': `${cannotTell} a customer like it is there, but HelpCrunch saw it before this one was sent.`,
  refused: `${cannotTell} it is there now as sent, but the request was refused, so another program may have created it.`,
};

/** What a lookup found that leaves it open whether the customer was created, in one sentence. */
export function unresolvedLookupMessage(lookup: UnresolvedLookup): string {
  switch (lookup.kind) {
    case 'not-seen':
      return `The customer was not found ${timeAfter(lookup.secondsAgo)} sending. It may still appear.`;
    case 'cannot-tell':
      return cannotTellMessages[lookup.reason];
    case 'lookup-failed':
      return `It is still unknown whether the customer was created. ${lookupFailureMessage(lookup.failure)}`;
    default: {
      const unreachable: never = lookup;
      return unreachable;
    }
  }
}

/** What to do after a lookup that settled nothing, a sentence each. */
export function unresolvedLookupSteps(lookup: UnresolvedLookup): string[] {
  switch (lookup.kind) {
    case 'not-seen':
      return ['Wait a little, then check again.'];
    case 'cannot-tell':
      return lookup.candidates.length === 0
        ? ['Look for it in HelpCrunch by hand.']
        : lookup.candidates.slice(0, 3).map((customer) => `Look at ${customerName(customer)} in HelpCrunch.`);
    case 'lookup-failed':
      return ['Check again.'];
    default: {
      const unreachable: never = lookup;
      return unreachable;
    }
  }
}

function timeAfter(seconds: number): string {
  return seconds === 0 ? 'right after' : `${count(seconds, 'second')} after`;
}

/** Why a search gave no answer, in one sentence. */
export function lookupFailureMessage(failure: LookupFailure): string {
  switch (failure.kind) {
    case 'not-sent':
      return `The search was not sent. ${notSentMessages[failure.reason].message}`;
    case 'uncertain':
      return 'The search got no answer.';
    case 'unreadable':
      return `The answer to the search (${failure.status}) could not be read.`;
    case 'refused':
      return refusedSearch(failure);
    default: {
      const unreachable: never = failure;
      return unreachable;
    }
  }
}

function refusedSearch({ status, byHelpCrunch }: Extract<LookupFailure, { kind: 'refused' }>): string {
  if (status === 401 && byHelpCrunch) return 'The search was refused (401): the API key was not accepted.';
  if (status === 403 && byHelpCrunch)
    return 'The search was refused (403): this API key is not allowed to search.';
  if (status === 401 || status === 403) {
    return `The search was blocked (${status}) by something between here and HelpCrunch.`;
  }
  return status === 429 ? 'The search was rate limited (429).' : `The search was refused (${status}).`;
}
