import type { Scenario } from './scenario.ts';
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
import { noServer } from './scenarios/no-server.ts';
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

/** Every scenario, each played in every host it can be played in. */
export const scenarios: readonly Scenario[] = [
  createFromDocument,
  createFromSelection,
  pickFromList,
  severalSelections,
  createFromExplorer,
  withoutEditor,
  embeddedJson,
  refusal,
  sendAgain,
  tooManyRequests,
  outcomes,
  lostAnswer,
  blocked,
  cancel,
  underWay,
  noServer,
  reload,
  bigBody,
  liveAccount,
  questionTime,
  mashedSend,
  untrustedFolder,
  sandboxPort,
  walkthrough,
  accessibility,
  language,
  becomingCustomerJson,
];
