import type { Group } from './scenario.ts';
import { accessibility } from './scenarios/accessibility.ts';
import { becomingCustomerJson } from './scenarios/becoming-customer-json.ts';
import { bigBody } from './scenarios/big-body.ts';
import { blocked } from './scenarios/blocked.ts';
import { cancel } from './scenarios/cancel.ts';
import { createFromDocument } from './scenarios/create-from-document.ts';
import { createFromExplorer } from './scenarios/create-from-explorer.ts';
import { createFromSelection } from './scenarios/create-from-selection.ts';
import { embeddedJson } from './scenarios/embedded-json.ts';
import { language } from './scenarios/language.ts';
import { liveAccount } from './scenarios/live-account.ts';
import { lostAnswer } from './scenarios/lost-answer.ts';
import { mashedSend } from './scenarios/mashed-send.ts';
import { noServer, nowhere } from './scenarios/no-server.ts';
import { reloadWhileSending, repeatAfterReload } from './scenarios/once-after-reload.ts';
import { outcomes } from './scenarios/outcomes.ts';
import { pickFromList } from './scenarios/pick-from-list.ts';
import { questionTime } from './scenarios/question-time.ts';
import { refusal } from './scenarios/refusal.ts';
import { reload } from './scenarios/reload.ts';
import { sandboxPort } from './scenarios/sandbox-port.ts';
import { sendAgain } from './scenarios/send-again.ts';
import { severalSelections } from './scenarios/several-selections.ts';
import { tooManyRequests } from './scenarios/too-many-requests.ts';
import { underWay } from './scenarios/under-way.ts';
import { untrustedFolder } from './scenarios/untrusted-folder.ts';
import { walkthrough } from './scenarios/walkthrough.ts';
import { withoutEditor } from './scenarios/without-editor.ts';

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
    // Before all that filter the Problems view: a new Output view takes that filter over. Removes its account.
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
    // Last: it leaves another theme and no side bar.
    accessibility,
  ],
};

const nobodyAnswers: Group = {
  settings: { 'helpcrunch.baseUrl': nowhere },
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
  nobodyAnswers,
  restricted,
  { scenarios: [questionTime] },
];
