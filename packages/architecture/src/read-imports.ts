import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Import } from './source-file.ts';

/**
 * Everything that a file of TypeScript imports or re-exports, types included, once each and in order.
 *
 * `path` is the file's own, from the repository's root. `import()` counts when its module is written out.
 * Throws when the text is no TypeScript: the code of this repository always is.
 */
export function readImports(path: string, text: string): readonly Import[] {
  const { module, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const specifiers = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) => found.entries.map((entry) => entry.moduleRequest?.value)),
    ...module.dynamicImports.map((found) =>
      writtenOut(text.slice(found.moduleRequest.start, found.moduleRequest.end)),
    ),
  ];
  return [...new Set(specifiers)].flatMap((specifier) =>
    specifier === undefined ? [] : [toImport(path, specifier)],
  );
}

function writtenOut(expression: string): string | undefined {
  return /^'([^']+)'$|^"([^"]+)"$/.exec(expression)?.slice(1).find(Boolean);
}

function toImport(from: string, specifier: string): Import {
  return specifier.startsWith('.')
    ? { kind: 'file', path: posix.join(posix.dirname(from), specifier) }
    : { kind: 'package', name: packageName(specifier) };
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
