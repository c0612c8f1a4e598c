import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import sparticuz from '@sparticuz/chromium';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { newFolder, packageFolder } from './places.ts';
import { hangGuardMs } from './waits.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** On Linux x64, Chromium comes with the packages; elsewhere the installed Chrome is used. */
export const hasOwnChromium = process.platform === 'linux' && process.arch === 'x64';

let browserToUse: ReturnType<typeof findBrowser> | undefined;

/** A browser with a new profile, where the frames of webviews may run their service worker. */
export async function openBrowser(): Promise<BrowserContext> {
  const profile = newFolder();
  mkdirSync(join(profile, 'Default'));
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  // Once for both hosts: the first call unpacks it.
  browserToUse ??= findBrowser();
  return chromium.launchPersistentContext(profile, {
    ...(await browserToUse),
    headless: true,
    args: flags,
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}

/** A page without what earlier pages stored, but with the browser's cache. */
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

async function findBrowser() {
  if (!hasOwnChromium) return { channel: 'chrome' };
  const executablePath = await sparticuz.executablePath();
  const libraries = browserLibraries(executablePath);
  return libraries === undefined
    ? { executablePath }
    : { executablePath, env: { ...process.env, LD_LIBRARY_PATH: libraries } };
}

/**
 * The folder of the libraries that Chromium needs and this machine lacks, from the browser's package; `undefined` when it has
 * them all.
 */
function browserLibraries(executable: string): string | undefined {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  if (stdout !== null && !stdout.includes('not found')) return undefined;
  const packed = join(packageFolder('@sparticuz/chromium'), 'bin', 'al2023.tar.br');
  const folder = newFolder();
  mkdirSync(folder, { recursive: true });
  const input = brotliDecompressSync(readFileSync(packed));
  const { status } = spawnSync('tar', ['-x', '-C', folder], { input });
  const libraries = join(folder, 'lib');
  return status === 0 && existsSync(libraries) ? libraries : folder;
}
