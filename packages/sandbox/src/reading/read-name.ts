import type { Report } from './report.ts';
import { symfonyMessages } from './symfony-messages.ts';

/** A name that must be there: of a tag, or of a custom attribute. */
export function readName(value: unknown, path: string, report: Report): string {
  if (value === undefined || value === null) {
    report(path, symfonyMessages.missing);
  } else if (typeof value !== 'string') {
    report(path, symfonyMessages.type('string'));
  } else if (value.trim() === '') {
    report(path, symfonyMessages.blank);
  } else {
    return value;
  }
  return '';
}
