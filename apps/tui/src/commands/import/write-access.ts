import { constants } from 'node:fs';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Mapping,
  mappingFileText,
  mappingSchemaName,
  mappingSchemaText,
} from '@helpcrunch-customer-kit/import';
import type { CommandContext } from '../reporting-command.ts';

/** Why no result files can be written for a file; `undefined` when they can. */
export async function resultsMessage(input: string, out = dirname(input)): Promise<string | undefined> {
  try {
    await mkdir(out, { recursive: true });
    await access(out, constants.W_OK);
    return undefined;
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    return `The result files can't be written to ${out} (${code}). Choose a folder with --out.`;
  }
}

const diskMessages: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk quota is used up.',
  EFBIG: 'The file would be larger than this system allows.',
  EROFS: 'The disk is read-only.',
  EACCES: 'Permission denied.',
  EPERM: 'Permission denied.',
  EIO: 'The disk has an error.',
};

/** What the file system has against a write; `undefined` for an error of another kind. */
export function diskMessage(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = '', syscall, path } = error as NodeJS.ErrnoException;
  const message =
    diskMessages[code] ?? (syscall === undefined ? undefined : `The file system reports ${code}.`);
  return message === undefined || path === undefined ? message : `${message} (${path})`;
}

/**
 * Saves the mapping beside the table, for the next import, with its JSON Schema for editors. What the file says about
 * columns that this table does not have is kept.
 */
export async function saveMapping(
  { mappingPath, note }: Pick<CommandContext, 'note'> & { readonly mappingPath: string },
  mapping: Mapping,
): Promise<void> {
  try {
    const before = await readFile(mappingPath, 'utf8').catch(() => undefined);
    const text = mappingFileText(mapping, before);
    if (text === before) return;
    await writeFile(mappingPath, text);
    await writeFile(join(dirname(mappingPath), mappingSchemaName), mappingSchemaText());
    note(before === undefined ? `Saved the mapping: ${mappingPath}` : `Changed the mapping: ${mappingPath}`);
  } catch (error) {
    // The import does not need it.
    note(`The mapping is not saved. ${diskMessage(error) ?? String(error)}`);
  }
}
