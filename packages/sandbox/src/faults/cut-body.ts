import { ConnectionLost } from './connection-lost.ts';

/** The same answer, its body broken off halfway; Content-Length still promises the whole. */
export async function cutBody(answer: Response): Promise<Response> {
  const whole = new Uint8Array(await answer.arrayBuffer());
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(half),
      // Asked for more only once the first half has been taken: an error would throw away what still waits.
      pull: (controller) => controller.error(new ConnectionLost('within the body')),
    },
    { highWaterMark: 0 },
  );
  const headers = new Headers(answer.headers);
  headers.set('content-length', String(whole.length));
  return new Response(body, { status: answer.status, headers });
}
