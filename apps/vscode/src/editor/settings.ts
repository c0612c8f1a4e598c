import { type BaseUrlReading, defaultBaseUrl, type Fetch, readBaseUrl } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';

/** Where live customers go, as the settings say now. */
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

/**
 * The editor's own `fetch` as it is where it stands for Electron's, which takes no length of the caller's; everywhere
 * else the one of core.
 */
export function fetchSetting(): Fetch | undefined {
  const isElectrons = vscode.workspace.getConfiguration('http').get('electronFetch') === true;
  return isElectrons ? (request) => fetch(request) : undefined;
}

/** Settings are text that people type: one out of bounds counts as the bound. */
function seconds(name: string, standard: number, least: number, most: number): number {
  const value: unknown = settings().get(name);
  const wanted = typeof value === 'number' && Number.isFinite(value) ? value : standard;
  return Math.min(most, Math.max(least, wanted)) * 1000;
}

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('helpcrunch');
}

/** What menus, enablement and the walkthrough go by. */
export type ContextKey = 'sending' | 'listening' | 'noPorts' | 'hasCreated' | 'hasFailed';

export function setContextKey(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', `helpcrunch.${key}`, value);
}
