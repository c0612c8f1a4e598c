import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, FrameLocator } from 'playwright-core';
import type { PanelView, ToPanel } from '../../../src/panel/panel-view.ts';
import { panelStates } from '../panel-states.ts';
import type { Pictures } from '../pictures.ts';
import { customerWith, type Scenario } from '../scenario.ts';
import { backToNormal, create, panelSays, reloadWindow, same, sandboxAnswers } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const themes = ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'];

export const accessibility: Scenario = {
  name: 'the panel has no axe violations in four themes, and works by keyboard',
  files: { 'themes.customer.json': customerWith({ email: 'themes@example.com', userId: '1823' }) },
  async run({ workbench, host, picture }) {
    const { page, panel } = workbench;
    await workbench.openFile('themes.customer.json');
    await sandboxAnswers(workbench, 'field-rejected');
    await create(workbench);
    await panelSays(workbench, 'Refused');
    await workbench.run('Notifications: Clear All Notifications');
    for (const theme of themes) {
      await useTheme(workbench, panel, theme);
      const name = theme.toLowerCase().replaceAll(' ', '-');
      await picture(`theme-${name}`);
      same(await violations(panel), [], `axe violations in ${theme}`);
      // The panel's page is the same in both hosts.
      if (host.kind === 'web') await showStates(workbench, picture, name);
    }
    await backToNormal(workbench);
    await page.setViewportSize({ width: 760, height: 900 });
    await page.keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await (await frameOf(panel)).waitForFunction(() => innerWidth > 300 && innerWidth < 400);
    if (host.kind === 'web') await showStates(workbench, picture, 'narrow');
    await workbench.run('HelpCrunch: Show Last Response');
    await panelSays(workbench, 'Refused');
    await picture('narrow');
    const row = await panel
      .locator('main > .actions')
      .first()
      .evaluate((actions) => actions.getBoundingClientRect().height);
    same(row < 50, true, 'the buttons are in one row of a narrow column');
    const stacked = await panel
      .locator('dl > div')
      .first()
      .evaluate((row) => getComputedStyle(row).gridTemplateColumns.split(' ').length);
    same(stacked, 1, 'columns of a row in a narrow column');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+2');
    await panel.locator('body').press('Tab');
    await panel.getByRole('button', { name: 'Show Source' }).press('Enter');
    await page.locator('.monaco-editor.focused').waitFor();
  },
};

/** Changes the colors of the window, and waits for a page of the extension to have them. */
export async function useTheme(workbench: Workbench, panel: FrameLocator, theme: string): Promise<void> {
  await workbench.run('Preferences: Color Theme');
  await workbench.choose(theme);
  await panel.locator(`body[data-vscode-theme-name="${theme}"]`).waitFor();
}

/** Draws every state of the panel's design, and expects no violation in it. */
async function showStates({ panel }: Workbench, picture: Pictures['picture'], where: string): Promise<void> {
  for (const [state, view] of Object.entries(panelStates)) {
    await show(panel, view);
    same(await violations(panel), [], `axe violations of the state ${state} in ${where}`);
    await picture(`state-${state}-${where}`);
  }
}

/** Draws a view as the extension would. */
async function show(panel: FrameLocator, view: PanelView | undefined): Promise<void> {
  const frame = await frameOf(panel);
  await frame.evaluate((data) => window.postMessage(data), { type: 'show', view } satisfies ToPanel);
  await panel
    .getByRole('heading', { level: 1, name: view ? (view.run ?? view.entry).title : 'No response yet' })
    .waitFor();
}

declare const axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

async function frameOf(panel: FrameLocator): Promise<Frame> {
  const body = await panel.locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  if (!frame) throw new Error('the panel must have a frame');
  return frame;
}

/** The axe violations in a page of the extension, by rule. */
export async function violations(panel: FrameLocator): Promise<string[]> {
  const frame = await frameOf(panel);
  // As a debugger expression: the page's policy allows only the panel's script.
  await frame.evaluate(`${axeSource}; undefined`);
  const found = await frame.evaluate(async () => {
    // Where a page may run no script, its timers never end: axe goes on without waiting for them.
    const { setTimeout } = window;
    Object.assign(window, { setTimeout: (next: () => void) => void Promise.resolve().then(next) });
    const { violations } = await axe.run();
    Object.assign(window, { setTimeout });
    return violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

export const reload: Scenario = {
  name: 'after a reload the panel shows the last response again',
  onlyIn: { host: 'node', because: 'this web host forgets its windows on reload' },
  files: { 'reloaded.customer.json': customerWith({ email: 'reloaded@example.com', userId: '1824' }) },
  async run({ workbench, picture }) {
    await workbench.openFile('reloaded.customer.json');
    await sandboxAnswers(workbench, 'attributes-dropped');
    await create(workbench);
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('Custom data "plan" was sent, but is not in the answer.').waitFor();
    await reloadWindow(workbench);
    await panelSays(workbench, 'Created');
    await workbench.panel.getByText('Custom data "plan" was sent, but is not in the answer.').waitFor();
    await picture('restored');
  },
};
