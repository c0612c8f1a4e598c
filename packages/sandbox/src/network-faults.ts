/** The messages of undici, Node's own fetch; browsers have others for the same faults. */
const messages = {
  'before-response': 'fetch failed',
  'in-body': 'terminated',
} as const;

/**
 * The connection closed, as a caller of fetch sees it: a TypeError whose cause says more.
 *
 * In-process the caller gets this error. `listen` turns it into a destroyed socket.
 */
export class ConnectionLost extends TypeError {
  constructor(when: keyof typeof messages) {
    const cause = Object.assign(new Error('other side closed'), {
      name: 'SocketError',
      code: 'UND_ERR_SOCKET',
    });
    super(messages[when], { cause });
  }
}

/** The same response with a body that breaks off halfway; Content-Length still promises all of it. */
export async function cutBody(response: Response): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer());
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(half),
      // Called only once the first half was read: an error any earlier would discard what is still queued.
      pull: (controller) => controller.error(new ConnectionLost('in-body')),
    },
    { highWaterMark: 0 },
  );
  const headers = new Headers(response.headers);
  headers.set('content-length', String(whole.length));
  return new Response(body, { status: response.status, headers });
}

/** Resolves after `delayMs`; rejects with the signal's reason as soon as the caller aborts. */
export function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, delayMs);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) {
      abort();
    }
  });
}

/** Never resolves; rejects with the signal's reason when the caller aborts. */
export function waitForever(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    if (signal.aborted) {
      reject(signal.reason);
    }
  });
}
