import { join } from 'node:path';
import { type BrowserContext, errors, type Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { artefacts } from './places.ts';
import type { Scenario, Scene } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { openWorkbench } from './workbench.ts';

type Stage = Pick<Scene, 'host' | 'api' | 'gate' | 'hasOutput'>;

/** For a step, in milliseconds: generous, since other tests may run beside these. */
const patience = 40_000;

/** Plays the scenarios whose names have a part, one after the other; returns how many failed. */
export async function playAll(part: string, stage: Stage): Promise<number> {
  let failures = 0;
  const browser = await openBrowser();
  for (const scenario of scenarios.filter(({ name, onlyByName }) =>
    part === '' ? !onlyByName : name.includes(part),
  )) {
    const { name, onlyIn } = scenario;
    const { kind } = stage.host;
    if (onlyIn && onlyIn.host !== kind) {
      console.log(`- ${kind}: left out, ${onlyIn.because}: ${name}`);
      continue;
    }
    const verdict = await attempt(scenario, stage, browser);
    // A window can hang on a busy machine, and then gets a second try. A fact that does not hold gets none.
    const last = verdict === 'timed out' ? await attempt(scenario, stage, browser) : verdict;
    failures += last === 'passed' ? 0 : 1;
  }
  await browser.close();
  return failures;
}

type Verdict = 'passed' | 'timed out' | 'failed';

/** Plays a scenario once and says how it went, with the reason when it did not go well. */
async function attempt(scenario: Scenario, stage: Stage, browser: BrowserContext): Promise<Verdict> {
  const startedAt = performance.now();
  let verdict: Verdict = 'passed';
  let reason = '';
  try {
    await play(scenario, stage, browser);
  } catch (error) {
    verdict = error instanceof errors.TimeoutError ? 'timed out' : 'failed';
    reason = error instanceof Error ? (error.stack ?? error.message).slice(0, 1500) : String(error);
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const mark = verdict === 'passed' ? '✓' : `✗ ${verdict}:`;
  console.log(`${mark} ${stage.host.kind}: ${scenario.name} (${seconds} s)`);
  if (reason !== '') console.error(reason);
  return verdict;
}

async function play(scenario: Scenario, stage: Stage, browser: BrowserContext): Promise<void> {
  const { host, api, gate } = stage;
  gate.reset();
  api.sandbox.reset();
  const url = host.openFolder(scenario.files, scenario.settings);
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
    await page.screenshot({ path: join(artefacts, `${host.kind}-${name}.jpg`), type: 'jpeg', quality: 55 });
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
