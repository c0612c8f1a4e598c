import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The program as it is shipped. */
export const program = fileURLToPath(new URL('../../../../apps/tui/dist/main.js', import.meta.url));

/** The folder of the extension's bundles. */
export const extensionFolder = new URL('../../../../apps/vscode/dist/', import.meta.url);

/** What has to be built before anything can be thrown at it. */
export function missingBundles(): string[] {
  const files = [
    program,
    ...['extension.js', 'app.js'].map((name) => fileURLToPath(new URL(name, extensionFolder))),
  ];
  return files.filter((file) => !existsSync(file));
}
