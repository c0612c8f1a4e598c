import type { AskedTag } from '../store/tag-colors.ts';
import { isRecord } from './is-record.ts';
import { readName } from './read-name.ts';
import { anyText, readText } from './read-text.ts';
import type { Report } from './report.ts';
import { symfonyMessages } from './symfony-messages.ts';

/** `tags`: a list of `{name, color?}`. Any text passes as a colour: which are refused is not known. */
export function readTags(value: unknown, report: Report): readonly AskedTag[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (!Array.isArray(value)) {
    report('tags', symfonyMessages.type('array'));
    return [];
  }
  return value.map((tag, index) => readTag(tag, `tags[${index}]`, report));
}

function readTag(tag: unknown, path: string, report: Report): AskedTag {
  if (!isRecord(tag)) {
    report(path, symfonyMessages.type('object'));
    return { name: '', color: null };
  }
  return {
    name: readName(tag['name'], `${path}.name`, report),
    color: readText(tag['color'], `${path}.color`, anyText, report),
  };
}
