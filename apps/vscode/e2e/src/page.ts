import type { BrowserContext, Page } from 'playwright-core';
import { hangGuardMs } from './hang-guard.ts';

/** A page as if it were the first: what earlier ones stored is cleared, what the browser downloaded stays. */
export async function newPage(browser: BrowserContext, origin: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(hangGuardMs);
  const session = await browser.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin,
    storageTypes: 'cookies,indexeddb,local_storage',
  });
  await session.detach();
  return page;
}
