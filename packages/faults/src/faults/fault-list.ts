import { createdWithoutCustomer, hugeBody, oddJson } from './bodies.ts';
import { clockJumps } from './clock.ts';
import { cut } from './cut.ts';
import { echo } from './echo.ts';
import { badEncoding } from './encoding.ts';
import type { Fault } from './fault.ts';
import { oddHead, unusualAnswer } from './heads.ts';
import { html } from './html.ts';
import { laggingIndex } from './lag.ts';
import { wrongLength } from './length.ts';
import { oddLookup } from './lookups.ts';
import { none, refused } from './plain.ts';
import { rateLimited } from './rate-limit.ts';
import { redirect } from './redirect.ts';
import { blocked } from './refused-access.ts';
import { repeatingProxy } from './repeating-proxy.ts';
import { repeatAfterUnknown } from './repeats.ts';
import { resetAfterHead, resetAfterStoring, resetBeforeRequest, resetBeforeStoring } from './reset.ts';
import { scenario } from './scenarios.ts';
import { drip, late, stalled } from './slow.ts';
import { gaveUp, informational, otherSuccess, refusal, serverError } from './statuses.ts';
import { cancelled, killed, mashed } from './stopping.ts';
import { strangers } from './strangers.ts';
import { certificate, handshake } from './tls.ts';

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
