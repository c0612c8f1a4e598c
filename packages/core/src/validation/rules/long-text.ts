import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { payloadCustomData } from '../../customer/payload-custom-data.ts';

/** Characters that HelpCrunch has been seen to take in notes and custom values; nowhere documented. */
const limit = 255;

export function* longText({ notes, customData = [] }: CustomerDraft) {
  const texts = [
    { text: notes?.trim() ?? '', path: () => '/notes' },
    ...payloadCustomData(customData).map(({ value, written }) => ({
      text: value.value,
      path: written.valuePath,
    })),
  ];
  for (const { text, path } of texts) {
    // Code points, as a database counts them: an emoji is one.
    const characters = typeof text === 'string' && text.length > limit ? [...text].length : 0;
    if (characters > limit)
      yield { code: 'long-text', severity: 'advice', path: path(), characters, limit } as const;
  }
}
