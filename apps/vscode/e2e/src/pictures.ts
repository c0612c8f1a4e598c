import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Host } from './host.ts';
import { artifacts } from './places.ts';

/** Screenshots of a window in the artifacts folder, only with `--pictures`: nothing depends on them. */
export interface Pictures {
  picture(name: string): Promise<void>;
  /** For the README: a smaller window, or only the response panel in it, and few bytes, since it is in the package. */
  readmePicture(file: `${string}.webp`, part?: 'panel'): Promise<void>;
}

const smallWindow = { width: 1000, height: 640 };

export function createPictures(page: Page, kind: Host['kind'], areWanted: boolean): Pictures {
  const path = (file: string) => join(artifacts, `${kind}-${file}`);
  return {
    async picture(name) {
      if (areWanted) await page.screenshot({ path: path(`${name}.png`) });
    },
    async readmePicture(file, part) {
      if (!areWanted) return;
      const panel = page.locator('iframe.webview.ready[src*="extensionId=helpcrunch"]');
      await inSmallWindow(async () => {
        const box = part === 'panel' ? await panel.boundingBox() : { x: 0, y: 0, ...smallWindow };
        if (!box) throw new Error('the panel must be in view');
        // Playwright writes no WebP, which takes half the bytes of its other formats here.
        const session = await page.context().newCDPSession(page);
        const { data } = await session.send('Page.captureScreenshot', {
          format: 'webp',
          quality: 60,
          clip: { ...box, scale: 1 },
        });
        await session.detach();
        writeFileSync(path(file), data, 'base64');
      });
    },
  };

  async function inSmallWindow(take: () => Promise<unknown>): Promise<void> {
    const before = page.viewportSize() ?? { width: 1280, height: 800 };
    // Hides the side bar, unless a dialog takes the keys.
    await page.keyboard.press('Control+B');
    await page.setViewportSize(smallWindow);
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
