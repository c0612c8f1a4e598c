import type { Group } from './scenario.ts';
import * as accounts from './scenarios/accounts.ts';
import { agentsPlan } from './scenarios/agents.ts';
import { becomingCustomerJson, embeddedJson } from './scenarios/becoming-customer-json.ts';
import { history } from './scenarios/history.ts';
import * as imports from './scenarios/imports.ts';
import { language } from './scenarios/language.ts';
import * as once from './scenarios/once.ts';
import * as outcomes from './scenarios/outcomes.ts';
import * as panel from './scenarios/panel.ts';
import { questionTime } from './scenarios/question-time.ts';
import * as runs from './scenarios/runs.ts';
import * as sandboxes from './scenarios/sandbox.ts';
import * as sources from './scenarios/sources.ts';
import { tables } from './scenarios/tables.ts';

const live: Group = {
  scenarios: [
    // First: no language server of an earlier window may still be running.
    becomingCustomerJson,
    runs.severalSelections,
    runs.aloneAndInList,
    once.sendAgain,
    runs.tooManyRequests,
    runs.underWay,
    once.mashedSend,
    once.lostAnswer,
    outcomes.blocked,
    once.longBody,
    history,
    once.repeatAfterReload,
    once.reloadWhileSending,
  ],
};

const sandbox: Group = {
  scenarios: [
    // First: nothing was ever sent from this window.
    sources.createFromDocument,
    // Before those that filter the Problems view: a new Output view takes over that filter. Removes its account.
    accounts.liveAccount,
    accounts.refusedKey,
    sources.createFromSelection,
    sources.createFromCode,
    sources.pickFromList,
    imports.importTable,
    imports.longList,
    imports.importInBrowser,
    sources.createFromExplorer,
    sources.withoutEditor,
    embeddedJson,
    outcomes.refusal,
    language,
    tables,
    outcomes.outcomes,
    outcomes.cancel,
    sandboxes.sandboxPort,
    sandboxes.variables,
    outcomes.bigBody,
    panel.reload,
    // Last: it changes the theme and hides the side bar.
    panel.accessibility,
  ],
};

const withoutServer: Group = {
  settings: { 'helpcrunch.baseUrl': accounts.closedPortUrl },
  scenarios: [
    // First: no step of it is done yet.
    sandboxes.walkthrough,
    accounts.noServer,
  ],
};

const restricted: Group = {
  settings: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
  scenarios: [accounts.untrustedFolder],
};

const withAgents: Group = {
  settings: { 'chat.disableAIFeatures': false },
  scenarios: [agentsPlan],
};

/** Every scenario, each run in every host it can run in. */
export const groups: readonly Group[] = [
  live,
  sandbox,
  withoutServer,
  restricted,
  withAgents,
  { scenarios: [questionTime] },
];
