import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  for (const scenario of scenarios.filter(({ name }) => name.includes(part))) {
    const { name, onlyIn } = scenario;
    const { kind } = stage.host;
    if (onlyIn && onlyIn.host !== kind) {
      console.log(`- ${kind}: left out, ${onlyIn.because}: ${name}`);
      continue;
    }
    const startedAt = performance.now();
    const error = await play(scenario, stage).then(
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
  return failures;
}

async function play(scenario: Scenario, stage: Stage): Promise<void> {
  const { host, api } = stage;
  api.sandbox.reset();
  for (const [name, text] of Object.entries(scenario.files)) writeFileSync(join(host.folder, name), text);
  const browser = await openBrowser();
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(patience);
  const picture = async (name: string) => {
    await page.screenshot({ path: join(artefacts, `${host.kind}-${name}.png`) });
  };
  try {
    await scenario.run({ ...stage, workbench: await openWorkbench(page, host), picture });
  } catch (error) {
    await picture(`failed-${scenario.name.slice(0, 30).replaceAll(/\W+/g, '-')}`);
    throw error;
  } finally {
    await browser.close();
  }
}
