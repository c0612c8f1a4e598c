import { certificate, handshake, none, refused, scenario } from './addresses.ts';
import { createdWithoutCustomer, echo, hugeBody, oddJson } from './bodies.ts';
import {
  cut,
  drip,
  late,
  resetAfterHead,
  resetAfterStoring,
  resetBeforeRequest,
  resetBeforeStoring,
  stalled,
} from './breaks.ts';
import { cancelled, clockJumps, killed, mashed, repeatAfterUnknown } from './client.ts';
import type { Fault } from './fault.ts';
import { badEncoding, oddHead, unusualAnswer, wrongLength } from './heads.ts';
import { html, redirect, repeatingProxy } from './proxies.ts';
import { laggingIndex, oddLookup, strangers } from './searches.ts';
import {
  blocked,
  gaveUp,
  informational,
  otherSuccess,
  rateLimited,
  refusal,
  serverError,
} from './statuses.ts';

/** Every kind of fault, in the order of the table. */
export const faults: readonly Fault[] = [
  none,
  unusualAnswer,
  informational,
  refused,
  certificate,
  handshake,
  resetBeforeRequest,
  resetAfterHead,
  resetBeforeStoring,
  resetAfterStoring,
  cut,
  stalled,
  drip,
  late,
  html,
  wrongLength,
  badEncoding,
  oddHead,
  oddJson,
  createdWithoutCustomer,
  hugeBody,
  redirect,
  refusal,
  blocked,
  rateLimited,
  otherSuccess,
  gaveUp,
  serverError,
  repeatingProxy,
  strangers,
  oddLookup,
  laggingIndex,
  repeatAfterUnknown,
  scenario,
  clockJumps,
  cancelled,
  mashed,
  killed,
  echo,
];
