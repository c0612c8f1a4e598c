import { createSandbox, type ScenarioName, scenarios } from '@helpcrunch-customer-kit/sandbox';
import * as vscode from 'vscode';
import { setContextKey } from '../editor/settings.ts';
import type { Listen, Listener } from '../entry/contract.ts';

export interface LocalSandbox {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly scenario: ScenarioName | undefined;
  /** Where it listens, while it does. */
  readonly listener: Listener | undefined;
  readonly canListen: boolean;
  useScenario(name: ScenarioName | undefined): void;
  /** @throws what the system says when the port cannot be had. */
  start(port: number): Promise<Listener>;
  stop(): Promise<void>;
}

export const usualPort = 4010;

/** The window's own sandbox: answers in this process, and on a port too while somebody wants that. */
export function createLocalSandbox(listen: Listen | undefined): LocalSandbox {
  const sandbox = createSandbox();
  let scenario: ScenarioName | undefined;
  let listener: Listener | undefined;
  return {
    fetch: (request) => sandbox.fetch(request),
    get scenario() {
      return scenario;
    },
    get listener() {
      return listener;
    },
    canListen: listen !== undefined,
    useScenario(name) {
      sandbox.useScenario(name);
      scenario = name;
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

/** Choosing how the sandbox answers, and putting it on a port. */
export function createSandboxCommands(sandbox: LocalSandbox) {
  async function choose(): Promise<void> {
    const items: ScenarioItem[] = [
      { label: 'as documented', detail: 'What HelpCrunch’s pages say.', scenario: undefined },
      ...scenarios.map(({ name, summary }) => ({ label: name, detail: summary, scenario: name })),
    ].map((item) => ({ ...item, description: item.scenario === sandbox.scenario ? 'in use' : '' }));
    const chosen = await vscode.window.showQuickPick(items, {
      title: 'How the sandbox answers from now on',
      matchOnDetail: true,
    });
    if (!chosen) return;
    sandbox.useScenario(chosen.scenario);
    vscode.window.setStatusBarMessage(`The sandbox answers: ${chosen.label}.`, 5000);
  }

  async function start(): Promise<void> {
    if (!sandbox.canListen) {
      void vscode.window.showInformationMessage(
        'Nothing can listen on a port in a browser; the sandbox works without.',
      );
      return;
    }
    const text = await vscode.window.showInputBox({
      title: 'Start the sandbox on a port of this machine',
      value: String(usualPort),
      prompt: '0 takes a free one.',
      validateInput: (port) => (isPort(port) ? undefined : 'A port is a number from 0 to 65535.'),
    });
    if (text === undefined) return;
    try {
      const { baseUrl } = await sandbox.start(Number(text));
      setContextKey('listening', true);
      void vscode.window.showInformationMessage(`The sandbox listens at ${baseUrl}`);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
      void vscode.window.showErrorMessage(`The sandbox cannot have port ${text} (${code}).`);
    }
  }

  async function stop(): Promise<void> {
    await sandbox.stop();
    setContextKey('listening', false);
    vscode.window.setStatusBarMessage('The sandbox has no port any more.', 5000);
  }

  return { choose, start, stop };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text.trim()) && Number(text) <= 65_535;
}
