import { type ScenarioName, scenarios } from '@helpcrunch-customer-kit/sandbox';
import * as vscode from 'vscode';
import { setContextKey } from '../editor/context-keys.ts';
import { type LocalSandbox, usualPort } from './local-sandbox.ts';

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
