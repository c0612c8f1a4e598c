import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

export interface License {
  readonly name: string;
  readonly version: string;
  /** As SPDX writes it. */
  readonly license: string;
  readonly text: string;
}

/** Licenses that allow code to be bundled into something under the MIT license when the notice goes along. */
const allowed = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
]);

/** Packages under the MIT license that ship without its text, with the holder that their sources name. */
const holders: Readonly<Record<string, string>> = {
  '@vscode/l10n': 'Copyright (c) Microsoft Corporation.',
  'yoga-layout': 'Copyright (c) Meta Platforms, Inc. and affiliates.',
};

/**
 * Writes the licenses of everything that was bundled: most of them ask that their notice goes wherever the code goes.
 * The metafiles are those of builds that ran in this folder.
 */
export function writeLicenses(metafiles: readonly Metafile[], path: string): void {
  const folders = metafiles.flatMap((metafile) => bundledPackages(metafile, process.cwd()));
  writeFileSync(path, formatLicenses([...new Set(folders)].map(licenseOf)));
}

/** The folders of the packages that put at least one byte into a bundle. Our own packages are not listed. */
export function bundledPackages({ outputs }: Metafile, from: string): readonly string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const folders = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    // Up to the name that follows the last `node_modules`.
    .flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  return [...new Set(folders)].map((folder) => join(from, folder));
}

/** The license of an installed package. @throws when it may not be bundled, or its text cannot be found. */
export function licenseOf(folder: string): License {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!allowed.has(license)) throw new Error(`${name} is licensed under ${license}, which is not allowed.`);
  const text = textIn(folder) ?? (license === 'MIT' ? mitText(holders[name]) : undefined);
  if (text === undefined) {
    throw new Error(`${name} ships no license text. Add its copyright holder to write-licenses.ts.`);
  }
  return { name, version, license, text };
}

/** A page of licenses, in order of the packages' names. */
export function formatLicenses(licenses: readonly License[]): string {
  const rule = '-'.repeat(80);
  const ordered = [...licenses].sort((one, other) => (one.name < other.name ? -1 : 1));
  const pieces = ordered.map(
    ({ name, version, license, text }) => `${rule}\n${name} ${version} (${license})\n${rule}\n\n${text}\n`,
  );
  return ['The bundles beside this file contain third-party code under these licenses.\n', ...pieces].join(
    '\n',
  );
}

function textIn(folder: string): string | undefined {
  const files = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(name));
  if (files.length === 0) return undefined;
  return files
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
}

function mitText(holder: string | undefined): string | undefined {
  return holder && `MIT License\n\n${holder}\n\n${mit}`;
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
