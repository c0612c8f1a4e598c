import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Host } from './host.ts';
import { artefacts } from './places.ts';

/** Keeps pictures of a window in the artefacts folder. Without `--pictures` none is taken: nothing depends on them. */
export interface Pictures {
  picture(name: string): Promise<void>;
  /** The same for the README: a smaller window, and fewer bytes, since it travels in the package. */
  readmePicture(name: string): Promise<void>;
}

export function createPictures(page: Page, kind: Host['kind'], areWanted: boolean): Pictures {
  const path = (file: string) => join(artefacts, `${kind}-${file}`);
  return {
    async picture(name) {
      if (areWanted) await page.screenshot({ path: path(`${name}.png`) });
    },
    async readmePicture(name) {
      if (!areWanted) return;
      const before = page.viewportSize() ?? { width: 1280, height: 800 };
      // Without the side bar, where the keys reach the window: a dialog keeps them to itself.
      await page.keyboard.press('Control+B');
      await page.setViewportSize({ width: 1000, height: 640 });
      await page.screenshot({ path: path(`${name}.jpg`), type: 'jpeg', quality: 55 });
      await page.setViewportSize(before);
      await page.keyboard.press('Control+B');
    },
  };
}

/** A picture of a window in which a scenario failed. Returns its path, or `undefined` when the window hangs. */
export async function failurePicture(
  page: Page,
  kind: Host['kind'],
  name: string,
): Promise<string | undefined> {
  const slug = name.slice(0, 60).replaceAll(/\W+/g, '-').replace(/-$/, '');
  const path = join(artefacts, `${kind}-failed-${slug}.png`);
  return page.screenshot({ path }).then(
    () => path,
    () => undefined,
  );
}
