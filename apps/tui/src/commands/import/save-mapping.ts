import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Mapping,
  mappingFileText,
  mappingSchemaName,
  mappingSchemaText,
} from '@helpcrunch-customer-kit/import';
import type { ImportCommandContext } from './import-job.ts';
import { diskMessage } from './write-access.ts';

/**
 * Saves the mapping beside the table, for the next import, with its JSON Schema for editors. What the file says about
 * columns that this table does not have is kept.
 */
export async function saveMapping(
  { mappingPath, note }: Pick<ImportCommandContext, 'mappingPath' | 'note'>,
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
