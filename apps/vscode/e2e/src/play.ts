import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { artefacts } from './places.ts';
import type { Scenario, Scene } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { openWorkbench } from './workbench.ts';

type Stage = Pick<Scene, 'host' | 'api' | 'hasOutput'>;

/** For a step, in milliseconds: generous, since other tests may run beside these. */
const patience = 40_000;

/** Plays the scenarios whose names have a part, one after the other; returns how many failed. */
export async function playAll(part: string, stage: Stage): Promise<number> {
  let failures = 0;
  const browser = await openBrowser();
  for (const scenario of scenarios.filter(({ name }) => name.includes(part))) {
    const { name, onlyIn } = scenario;
    const { kind } = stage.host;
    if (onlyIn && onlyIn.host !== kind) {
      console.log(`- ${kind}: left out, ${onlyIn.because}: ${name}`);
      continue;
    }
    const startedAt = performance.now();
    const error = await play(scenario, stage, browser).then(
      () => undefined,
      (reason: unknown) => reason ?? 'failed',
    );
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${error ? '✗' : '✓'} ${kind}: ${name} (${seconds} s)`);
    if (error) {
      failures += 1;
      console.error(error instanceof Error ? error.stack?.slice(0, 1500) : error);
    }
  }
  await browser.close();
  return failures;
}

async function play(scenario: Scenario, stage: Stage, browser: BrowserContext): Promise<void> {
  const { host, api } = stage;
  api.sandbox.reset();
  const url = host.openFolder(scenario.files);
  const page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await forget(browser, page, host.origin);
  const picture = async (name: string) => {
    await page.screenshot({ path: join(artefacts, `${host.kind}-${name}.png`) });
  };
  const readmePicture = async (name: string) => {
    const before = page.viewportSize() ?? { width: 1280, height: 800 };
    // Without the side bar, where the keys reach the window: a dialog keeps them to itself.
    await page.keyboard.press('Control+B');
    await page.setViewportSize({ width: 1000, height: 640 });
    await page.screenshot({ path: join(artefacts, `${host.kind}-${name}.jpg`), type: 'jpeg', quality: 70 });
    await page.setViewportSize(before);
    await page.keyboard.press('Control+B');
  };
  try {
    await scenario.run({ ...stage, workbench: await openWorkbench(page, host, url), picture, readmePicture });
  } catch (error) {
    await picture(`failed-${scenario.name.slice(0, 30).replaceAll(/\W+/g, '-')}`);
    throw error;
  } finally {
    await page.close();
  }
}

/** A window as if it were the first: what earlier ones kept is cleared, what the browser downloaded stays. */
async function forget(browser: BrowserContext, page: Page, origin: string): Promise<void> {
  const session = await browser.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'cookies,indexeddb,local_storage',
  });
  await session.detach();
}
