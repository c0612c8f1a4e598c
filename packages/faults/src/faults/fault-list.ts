import { hugeBody, oddJson } from './bodies.ts';
import { clockJumps } from './clock.ts';
import { cut } from './cut.ts';
import { echo } from './echo.ts';
import { badEncoding } from './encoding.ts';
import type { Fault } from './fault.ts';
import { oddHead, unusualAnswer } from './heads.ts';
import { html } from './html.ts';
import { wrongLength } from './length.ts';
import { oddLookUp } from './look-ups.ts';
import { none, refused } from './plain.ts';
import { redirect } from './redirect.ts';
import { repeatingFront } from './repeating-front.ts';
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
  hugeBody,
  redirect,
  refusal,
  otherSuccess,
  gaveUp,
  serverError,
  repeatingFront,
  strangers,
  oddLookUp,
  scenario,
  clockJumps,
  cancelled,
  mashed,
  killed,
  echo,
];
