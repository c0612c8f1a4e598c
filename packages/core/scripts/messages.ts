import { allMessages } from './docs/all-messages.ts';

// Prints every message of core that people can meet, once each, behind its source.
const printed = new Set<string>();
for (const { source, text } of allMessages()) {
  if (printed.has(text)) continue;
  printed.add(text);
  console.log(`${source}\t${text}`);
}
