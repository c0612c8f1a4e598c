import { expect, test } from 'vitest';
import { connectInBand } from '../../test/lsp/in-band.ts';

test('the heap is fitted to the text that is open', async () => {
  const told: number[] = [];
  const client = await connectInBand({}, { textIsOpen: (characters) => told.push(characters) });
  const textDocument = { uri: 'file:///ada.customer.json' };
  await client.open(textDocument.uri, '{"name": "Ada"}');
  await client.connection.sendNotification('textDocument/didClose', { textDocument });
  await expect.poll(() => told).toEqual([15, 0]);
  await client.end();
});
