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
}

/** Whether a name has one of the parts, which `|` separates. */
export function hasPart(name: string, parts: string): boolean {
  return parts.split('|').some((part) => name.includes(part));
}

/** Runs the scenarios whose names contain `part`, one after the other, each group in a window of its own. */
export async function runScenarios(part: string, stage: Stage): Promise<Result> {
  const startedAt = performance.now();
  const browser = await openBrowser();
  const failures: Failure[] = [];
  let count = 0;
  for (const group of groups) {
    const scenarios = group.scenarios.filter((scenario) => isSelected(scenario, part, stage));
    count += scenarios.length;
    failures.push(...(await runGroup({ ...group, scenarios }, stage, browser)));
  }
  await browser.close();
  console.log(`${stage.host.kind}: ${count} scenarios ${since(startedAt)}`);
  return { count, failures };
}

function isSelected({ name, onlyIn, onlyByName }: Scenario, part: string, { host }: Stage): boolean {
  if (part === '' ? onlyByName : !hasPart(name, part)) return false;
  if (!onlyIn || onlyIn.host === host.kind) return true;
  console.log(`- ${host.kind}: skipped, ${onlyIn.because}: ${name}`);
  return false;
}

/** After a failure the rest of the group continues in a new window. */
async function runGroup(group: Group, stage: Stage, browser: BrowserContext): Promise<Failure[]> {
  const { kind } = stage.host;
  const failures: Failure[] = [];
  const last = group.scenarios.at(-1);
  let page: Page | undefined;
  let workbench: Workbench | undefined;
  for (const scenario of group.scenarios) {
    const startedAt = performance.now();
    try {
      page ??= await newPage(browser, stage.host.origin);
      workbench ??= await openWorkbench(page, stage.host, folderOf(group, stage));
      await runScenario(scenario, stage, workbench);
      if (scenario !== last) await tidy(workbench);
      console.log(`✓ ${kind}: ${scenario.name} ${since(startedAt)}`);
    } catch (error) {
      console.log(`✗ ${kind}: ${scenario.name} ${since(startedAt)}\n${plainStack(error)}`);
      const screenshot = page && (await failurePicture(page, kind, scenario.name));
      failures.push({ host: kind, name: scenario.name, error, ...(screenshot ? { screenshot } : {}) });
      await page?.close();
      page = undefined;
      workbench = undefined;
    }
  }
  await page?.close();
  return failures;
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
  const { page, dialog } = workbench;
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
  // As toasts or in their list.
  const notifications = page.locator('.notification-list-item');
  if ((await notifications.count()) > 0) await workbench.run('Notifications: Clear All Notifications');
  await notifications.first().waitFor({ state: 'detached' });
}
