import {
  createSandbox,
  isScenarioName,
  type ScenarioName,
  scenarios,
} from '@helpcrunch-customer-kit/sandbox';
import * as vscode from 'vscode';
import { setContextKey } from '../editor/settings.ts';
import type { Listen, Listener } from '../entry/contract.ts';

export interface LocalSandbox {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly scenario: ScenarioName | undefined;
  /** `undefined` while it does not listen on a port. */
  readonly listener: Listener | undefined;
  readonly canListen: boolean;
  /** Differs from that of the sandbox before the last restart. */
  readonly identity: string;
  /** `undefined` for what HelpCrunch documents. */
  useScenario(name: ScenarioName | undefined): void;
  /** Forgets all customers, and what was sent. */
  restart(): void;
  /** Calls a listener after another scenario was chosen. */
  onDidChange(listener: () => void): vscode.Disposable;
  /** @throws the system's error when the port is not free. */
  start(port: number): Promise<Listener>;
  stop(): Promise<void>;
}

export const usualPort = 4010;

/** The window's own sandbox: answers in this process, and on a port between `start` and `stop`. */
export function createLocalSandbox(listen: Listen | undefined): LocalSandbox {
  const sandbox = createSandbox();
  let scenario: ScenarioName | undefined;
  let listener: Listener | undefined;
  let restarts = 0;
  const listeners = new Set<() => void>();
  return {
    fetch: (request) => sandbox.fetch(request),
    get scenario() {
      return scenario;
    },
    get listener() {
      return listener;
    },
    canListen: listen !== undefined,
    get identity() {
      return restarts === 0 ? 'sandbox' : `sandbox ${restarts}`;
    },
    restart() {
      restarts += 1;
      sandbox.reset();
      sandbox.useScenario(scenario);
    },
    useScenario(name) {
      sandbox.useScenario(name);
      scenario = name;
      setContextKey('simulating', name !== undefined);
      for (const changed of listeners) changed();
    },
    onDidChange(changed) {
      listeners.add(changed);
      return { dispose: () => void listeners.delete(changed) };
    },
    async start(port) {
      if (!listen) throw new Error('nothing can listen in a browser');
      listener ??= await listen(sandbox, { port });
      return listener;
    },
    async stop() {
      const closing = listener;
      listener = undefined;
      await closing?.close();
    },
  };
}

interface ScenarioItem extends vscode.QuickPickItem {
  readonly scenario: ScenarioName | undefined;
}

/** Every scenario with its title, under the heading of its group; first what ends a failure. */
export function scenarioItems(inUse: ScenarioName | undefined): ScenarioItem[] {
  const describe = (scenario: ScenarioName | undefined, name = '') =>
    scenario === inUse ? `${name} (in use)`.trim() : name;
  const items: ScenarioItem[] = [
    {
      label: inUse === undefined ? 'As documented' : '$(debug-restart) Back to Normal',
      description: describe(undefined),
      detail: 'The sandbox responds as HelpCrunch’s documentation describes.',
      scenario: undefined,
    },
  ];
  for (const [group, members] of Map.groupBy(scenarios, (scenario) => scenario.group)) {
    items.push({ label: group, kind: vscode.QuickPickItemKind.Separator, scenario: undefined });
    for (const { name, title, summary } of members) {
      items.push({ label: title, description: describe(name, name), detail: summary, scenario: name });
    }
  }
  return items;
}

/** The commands that choose how the sandbox answers, and start and stop its port. */
export function createSandboxCommands(sandbox: LocalSandbox) {
  async function choose(): Promise<void> {
    const chosen = await vscode.window.showQuickPick(scenarioItems(sandbox.scenario), {
      title: 'Choose how the sandbox responds',
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!chosen) return;
    use(chosen.scenario);
  }

  function use(scenario: ScenarioName | undefined): void {
    sandbox.useScenario(scenario);
    const message =
      scenario === undefined
        ? 'The sandbox responds as documented.'
        : `The sandbox simulates ${scenario}, until you choose “Back to Normal”.`;
    vscode.window.setStatusBarMessage(message, 5000);
  }

  async function start(): Promise<void> {
    if (!sandbox.canListen) {
      void vscode.window.showInformationMessage(
        'A browser cannot listen on a port. The sandbox works without one.',
      );
      return;
    }
    const text = await vscode.window.showInputBox({
      title: 'Start the sandbox on a port',
      value: String(usualPort),
      prompt: 'Only this machine can connect. Type 0 for any free port.',
      validateInput: (port) => (isPort(port) ? undefined : 'Type a number from 0 to 65535.'),
    });
    if (text === undefined) return;
    try {
      const { baseUrl } = await sandbox.start(Number(text));
      setContextKey('listening', true);
      void vscode.window.showInformationMessage(`The sandbox is listening at ${baseUrl}`);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
      void vscode.window.showErrorMessage(
        `The sandbox cannot listen on port ${text} (${code}). Try another port.`,
      );
    }
  }

  async function stop(): Promise<void> {
    await sandbox.stop();
    setContextKey('listening', false);
    vscode.window.setStatusBarMessage('The sandbox stopped listening.', 5000);
  }

  /** For the walkthrough: an empty sandbox, so that its steps work however often they are done. */
  function startOver(name: unknown): void {
    sandbox.restart();
    sandbox.useScenario(typeof name === 'string' && isScenarioName(name) ? name : undefined);
  }

  return { choose, backToNormal: () => use(undefined), startOver, start, stop };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text.trim()) && Number(text) <= 65_535;
}
