import type { BrowserContext, Page } from 'playwright-core';
import { newPage, openBrowser } from './browser.ts';
import { groups } from './groups.ts';
import { createPictures, failurePicture } from './pictures.ts';
import type { Group, Scenario, Scene } from './scenario.ts';
import { type Failure, plainStack } from './summary.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

export interface Stage extends Pick<Scene, 'host' | 'api' | 'gate' | 'hasOutput'> {
  readonly withPictures: boolean;
}

export interface Result {
  readonly count: number;
  readonly failures: readonly Failure[];
  /** The first failures of scenarios that passed at the second attempt. */
  readonly retried: readonly Failure[];
}

/** More scenarios than this that fail at their first attempt are no accident. */
const retryLimit = 3;

/** Whether a name has one of the parts, which `|` separates. */
export function hasPart(name: string, parts: string): boolean {
  return parts.split('|').some((part) => name.includes(part));
}

/**
 * Runs the scenarios whose names contain `part`, one after the other, each group in a window of its own. One that fails is run
 * once more in a new window: an editor on a busy machine loses a click now and then, and loses the same one twice only when
 * something is wrong.
 */
export async function runScenarios(part: string, stage: Stage): Promise<Result> {
  const startedAt = performance.now();
  const browser = await openBrowser();
  const result = { count: 0, failures: [] as Failure[], retried: [] as Failure[] };
  for (const group of groups) {
    const scenarios = group.scenarios.filter((scenario) => isSelected(scenario, part, stage));
    result.count += scenarios.length;
    await runGroup({ ...group, scenarios }, stage, browser, result);
  }
  await browser.close();
  console.log(`${stage.host.kind}: ${result.count} scenarios ${since(startedAt)}`);
  return result;
}

function isSelected({ name, onlyIn, onlyByName }: Scenario, part: string, { host }: Stage): boolean {
  if (part === '' ? onlyByName : !hasPart(name, part)) return false;
  if (!onlyIn || onlyIn.host === host.kind) return true;
  console.log(`- ${host.kind}: skipped, ${onlyIn.because}: ${name}`);
  return false;
}

interface Window {
  page?: Page;
  workbench?: Workbench;
}

/** After a failure the group continues in a new window. */
async function runGroup(
  group: Group,
  stage: Stage,
  browser: BrowserContext,
  { failures, retried }: { failures: Failure[]; retried: Failure[] },
): Promise<void> {
  const window: Window = {};
  for (const scenario of group.scenarios) {
    const failure = await attempt(scenario, group, stage, browser, window);
    if (!failure) continue;
    const isLast = failures.length + retried.length >= retryLimit;
    const failsAgain = isLast ? failure : await attempt(scenario, group, stage, browser, window);
    if (failsAgain) failures.push(failsAgain);
    else retried.push(failure);
  }
  await window.page?.close();
}

/** @returns the failure. The window is closed then. */
async function attempt(
  scenario: Scenario,
  group: Group,
  stage: Stage,
  browser: BrowserContext,
  window: Window,
): Promise<Failure | undefined> {
  const startedAt = performance.now();
  const { kind, origin } = stage.host;
  try {
    window.page ??= await newPage(browser, origin);
    window.workbench ??= await openWorkbench(window.page, stage.host, folderOf(group, stage));
    await runScenario(scenario, stage, window.workbench);
    if (scenario !== group.scenarios.at(-1)) await tidy(window.workbench);
    console.log(`✓ ${kind}: ${scenario.name} ${since(startedAt)}`);
    return undefined;
  } catch (error) {
    console.log(`✗ ${kind}: ${scenario.name} ${since(startedAt)}\n${plainStack(error)}`);
    const screenshot = window.page && (await failurePicture(window.page, kind, scenario.name));
    await window.page?.close();
    delete window.page;
    delete window.workbench;
    return { host: kind, name: scenario.name, error, ...(screenshot ? { screenshot } : {}) };
  }
}

function since(startedAt: number): string {
  return `(${((performance.now() - startedAt) / 1000).toFixed(1)} s)`;
}

async function runScenario(scenario: Scenario, stage: Stage, workbench: Workbench): Promise<void> {
  const { host, api, gate, withPictures } = stage;
  gate.reset();
  api.sandbox.reset();
  await scenario.run({ ...stage, workbench, ...createPictures(workbench.page, host.kind, withPictures) });
}

/** The address of a new folder with the files of all scenarios of a group. */
function folderOf({ scenarios, settings }: Group, { host }: Stage): string {
  const files = new Map<string, string>();
  for (const scenario of scenarios) {
    for (const [name, text] of Object.entries(scenario.files)) {
      if (files.has(name)) throw new Error(`two scenarios of a group have a file ${name}`);
      files.set(name, text);
    }
  }
  return host.openFolder(Object.fromEntries(files), settings);
}

/** Prepares a window for the next scenario: no editors, dialogs, notifications or bottom panel. */
async function tidy(workbench: Workbench): Promise<void> {
  const { page, dialog, toasts } = workbench;
  for (const [what, restore] of workbench.toRestore) {
    workbench.toRestore.delete(what);
    await restore();
  }
  const editors = page.locator('.editor-group-container:not(.empty)');
  if ((await editors.count()) > 0) {
    await workbench.run('View: Close All Editors');
    const closed = page.locator('.editor-group-container.empty');
    const discard = dialog.getByRole('button', { name: /Don't Save/ });
    await closed.or(discard).first().waitFor();
    if (await discard.isVisible()) await discard.click();
    await editors.first().waitFor({ state: 'detached' });
  }
  await dialog.waitFor({ state: 'detached' });
  if (await page.locator('.part.panel').isVisible()) await workbench.run('View: Toggle Panel Visibility');
  if ((await toasts.count()) > 0) await workbench.run('Notifications: Clear All Notifications');
  await toasts.first().waitFor({ state: 'detached' });
}
