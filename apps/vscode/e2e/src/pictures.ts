import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Host } from './host.ts';
import { artifacts } from './places.ts';

/** Screenshots of a window in the artifacts folder, only with `--pictures`: nothing depends on them. */
export interface Pictures {
  picture(name: string): Promise<void>;
  /** The same for the README: a smaller window and fewer bytes, since it is in the package. */
  readmePicture(file: `${string}.jpg`): Promise<void>;
  /** Only the response panel, as a PNG: most of it is text. */
  panelPicture(file: `${string}.png`): Promise<void>;
}

export function createPictures(page: Page, kind: Host['kind'], areWanted: boolean): Pictures {
  const path = (file: string) => join(artifacts, `${kind}-${file}`);
  return {
    async picture(name) {
      if (areWanted) await page.screenshot({ path: path(`${name}.png`) });
    },
    async readmePicture(file) {
      if (areWanted)
        await inSmallWindow(() => page.screenshot({ path: path(file), type: 'jpeg', quality: 55 }));
    },
    async panelPicture(file) {
      const panel = page.locator('iframe.webview.ready[src*="extensionId=helpcrunch"]');
      if (areWanted) await inSmallWindow(() => panel.screenshot({ path: path(file) }));
    },
  };

  async function inSmallWindow(take: () => Promise<unknown>): Promise<void> {
    const before = page.viewportSize() ?? { width: 1280, height: 800 };
    // Hides the side bar, unless a dialog takes the keys.
    await page.keyboard.press('Control+B');
    await page.setViewportSize({ width: 1000, height: 640 });
    await take();
    await page.setViewportSize(before);
    await page.keyboard.press('Control+B');
  }
}

/** A screenshot of a scenario that failed: its path, or `undefined` when the window hangs. */
export async function failurePicture(
  page: Page,
  kind: Host['kind'],
  name: string,
): Promise<string | undefined> {
  const slug = name.slice(0, 60).replaceAll(/\W+/g, '-').replace(/-$/, '');
  const path = join(artifacts, `${kind}-failed-${slug}.png`);
  return page.screenshot({ path }).then(
    () => path,
    () => undefined,
  );
}
