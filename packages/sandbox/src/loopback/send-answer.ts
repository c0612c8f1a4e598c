import type { ServerResponse } from 'node:http';

/**
 * Writes an answer to its socket, piece by piece.
 *
 * @throws what the body throws when it breaks off; everything before that has then reached the socket, so the
 * client has met it by the time the socket is destroyed.
 */
export async function sendAnswer(answer: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  for await (const chunk of answer.body ?? []) {
    await written(outgoing, chunk);
  }
  outgoing.end();
}

function written(outgoing: ServerResponse, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    outgoing.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}
