import { type BaseUrlReading, defaultBaseUrl, type Fetch, readBaseUrl } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';

export function baseUrlSetting(): BaseUrlReading {
  return readBaseUrl(settings().get<string>('baseUrl') || defaultBaseUrl);
}

/** In milliseconds. */
export function answerTimeoutSetting(): number {
  return seconds('answerTimeout', 30, 1, 600);
}

/** In milliseconds. */
export function repeatWindowSetting(): number {
  return seconds('repeatWindow', 60, 10, 3600);
}

/** The address of a customer's page in HelpCrunch, with `{id}` in it; empty where it was not set. */
export function customerPageSetting(): string {
  const pattern: unknown = settings().get('customerPage');
  return typeof pattern === 'string' ? pattern : '';
}

/**
 * The editor's own `fetch` where that is Electron's, which refuses a content length from the caller; core's everywhere
 * else.
 */
export function fetchSetting(): Fetch | undefined {
  const isElectronFetch = vscode.workspace.getConfiguration('http').get('electronFetch') === true;
  return isElectronFetch ? (request) => fetch(request) : undefined;
}

/** In milliseconds, within bounds whatever the user typed. */
function seconds(name: string, fallback: number, min: number, max: number): number {
  const value: unknown = settings().get(name);
  const wanted = typeof value === 'number' && Number.isFinite(value) ? value : fallback;
  return Math.min(max, Math.max(min, wanted)) * 1000;
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('helpcrunch');
}

/**
 * Shows a setting in the settings editor. Those of the machine are not among the user's in a remote window: there they are in
 * a tab of their own.
 */
export async function openSetting(name: 'baseUrl' | 'customerPage'): Promise<void> {
  const query = `helpcrunch.${name}`;
  if (vscode.env.remoteName === undefined) {
    await vscode.commands.executeCommand('workbench.action.openSettings', query);
  } else {
    await vscode.commands.executeCommand('workbench.action.openRemoteSettings', { query });
  }
}

/** Used by menus, enablement and the walkthrough, whose steps are completed by `has…`. */
export type ContextKey =
  | 'confirming'
  | 'sending'
  | 'simulating'
  | 'listening'
  | 'noPorts'
  | 'hasCreated'
  | 'hasRefused';

export function setContextKey(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', `helpcrunch.${key}`, value);
}

/** Completes a step of the walkthrough. VS Code never completes one whose key was true before the walkthrough opened. */
export function completeStep(key: ContextKey & `has${string}`): void {
  setContextKey(key, true);
  setContextKey(key, false);
}
