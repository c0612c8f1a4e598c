import type { Group } from './scenario.ts';
import { closedPortUrl, liveAccount, noServer, untrustedFolder } from './scenarios/accounts.ts';
import { becomingCustomerJson } from './scenarios/becoming-customer-json.ts';
import { language } from './scenarios/language.ts';
import {
  lostAnswer,
  mashedSend,
  reloadWhileSending,
  repeatAfterReload,
  sendAgain,
} from './scenarios/once.ts';
import { bigBody, blocked, cancel, outcomes, refusal } from './scenarios/outcomes.ts';
import { accessibility, reload } from './scenarios/panel.ts';
import { questionTime } from './scenarios/question-time.ts';
import { severalSelections, tooManyRequests, underWay } from './scenarios/runs.ts';
import { sandboxPort, walkthrough } from './scenarios/sandbox.ts';
import {
  createFromDocument,
  createFromExplorer,
  createFromSelection,
  embeddedJson,
  pickFromList,
  withoutEditor,
} from './scenarios/sources.ts';

const live: Group = {
  scenarios: [
    // First: no language server of an earlier window may still be running.
    becomingCustomerJson,
    severalSelections,
    sendAgain,
    tooManyRequests,
    underWay,
    mashedSend,
    lostAnswer,
    blocked,
    repeatAfterReload,
    reloadWhileSending,
  ],
};

const sandbox: Group = {
  scenarios: [
    // First: nothing was ever sent from this window.
    createFromDocument,
    // Before those that filter the Problems view: a new Output view takes over that filter. Removes its account.
    liveAccount,
    createFromSelection,
    pickFromList,
    createFromExplorer,
    withoutEditor,
    embeddedJson,
    refusal,
    language,
    outcomes,
    cancel,
    sandboxPort,
    bigBody,
    reload,
    // Last: it changes the theme and hides the side bar.
    accessibility,
  ],
};

const withoutServer: Group = {
  settings: { 'helpcrunch.baseUrl': closedPortUrl },
  scenarios: [
    // First: no step of it is done yet.
    walkthrough,
    noServer,
  ],
};

const restricted: Group = {
  settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
  scenarios: [untrustedFolder],
};

/** Every scenario, each run in every host it can run in. */
export const groups: readonly Group[] = [
  live,
  sandbox,
  withoutServer,
  restricted,
  { scenarios: [questionTime] },
];
