/** A request that has arrived, byte for byte. */
export interface ProxyRequest {
  readonly method: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** What a request asks for; the campaign knows no more than these. */
type RequestKind = 'create' | 'search' | 'other';

export function kindOfRequest({ method, path }: Pick<ProxyRequest, 'method' | 'path'>): RequestKind {
  if (method === 'POST' && path === '/v1/customers') return 'create';
  return method === 'POST' && path === '/v1/customers/search' ? 'search' : 'other';
}

export type RequestHead = Omit<ProxyRequest, 'body'>;

interface RequestReader {
  /** Takes what came in; returns whole requests, in order. */
  take(chunk: Uint8Array): ProxyRequest[];
}

/**
 * Reads HTTP/1.1 requests as they are written on a socket, with a length or in chunks, and reports each head as soon as
 * it is there: a request counts from that moment, whatever becomes of its body.
 */
export function createRequestReader(onHead: (head: RequestHead) => void): RequestReader {
  let bytes: Buffer = Buffer.alloc(0);
  let head: RequestHead | undefined;

  function next(): ProxyRequest | undefined {
    if (!head) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return undefined;
      head = readHead(bytes.subarray(0, end).toString('latin1'));
      bytes = bytes.subarray(end + 4);
      onHead(head);
    }
    const body = bodyOf(head, bytes);
    if (!body) return undefined;
    const request = { ...head, body: body.body };
    bytes = bytes.subarray(body.taken);
    head = undefined;
    return request;
  }

  return {
    take(chunk) {
      bytes = Buffer.concat([bytes, chunk]);
      const requests: ProxyRequest[] = [];
      for (let request = next(); request; request = next()) requests.push(request);
      return requests;
    },
  };
}

function readHead(text: string): RequestHead {
  const [first = '', ...lines] = text.split('\r\n');
  const [method = '', path = ''] = first.split(' ');
  const headers = new Map(
    lines.map((connection) => {
      const at = connection.indexOf(':');
      return [connection.slice(0, at).toLowerCase(), connection.slice(at + 1).trim()] as const;
    }),
  );
  return { method, path, headers };
}

interface Body {
  readonly body: Uint8Array;
  readonly taken: number;
}

function bodyOf({ headers }: RequestHead, bytes: Buffer): Body | undefined {
  if (headers.get('transfer-encoding')?.includes('chunked')) return chunkedBody(bytes);
  const length = Number(headers.get('content-length') ?? 0);
  return bytes.length < length ? undefined : { body: bytes.subarray(0, length), taken: length };
}

function chunkedBody(bytes: Buffer): Body | undefined {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n', at);
    if (end < 0) return undefined;
    const size = Number.parseInt(bytes.subarray(at, end).toString('latin1'), 16);
    const after = end + 2 + size + 2;
    if (bytes.length < after) return undefined;
    chunks.push(bytes.subarray(end + 2, end + 2 + size));
    at = after;
    if (size === 0) return { body: Buffer.concat(chunks), taken: at };
  }
}

/** An answer as it will be written; it may be wrong in any way. */
export interface RawAnswer {
  readonly status: number;
  readonly reason?: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

/** As the sandbox answered, its body read to the end. */
export async function toRawAnswer(response: Response): Promise<RawAnswer> {
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => name !== 'content-length'),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

/** An answer that is not the sandbox's. */
export function rawAnswer(
  status: number,
  body: string | Uint8Array = '',
  headers: Readonly<Record<string, string>> = {},
): RawAnswer {
  const text = typeof body === 'string' ? Buffer.from(body) : body;
  return {
    status,
    headers: Object.entries({ 'content-type': 'application/json', ...headers }),
    body: text,
  };
}

/** The same answer with other headers in place of, or beside, those it has. */
export function withHeaders(answer: RawAnswer, headers: Readonly<Record<string, string>>): RawAnswer {
  const replaced = new Set(Object.keys(headers));
  return {
    ...answer,
    headers: [...answer.headers.filter(([name]) => !replaced.has(name)), ...Object.entries(headers)],
  };
}

/** The head with its blank line; the length is the body's unless the answer has its own. */
export function headBytes({ status, reason = 'Said', headers, body }: RawAnswer): Buffer {
  const names = new Set(headers.map(([name]) => name));
  const isFramed =
    names.has('content-length') || names.has('transfer-encoding') || names.has('x-until-close');
  const all = isFramed ? headers : [...headers, ['content-length', String(body.length)] as const];
  const lines = all
    .filter(([name]) => name !== 'x-until-close')
    .map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n`, 'latin1');
}

export function answerBytes(answer: RawAnswer): Buffer {
  return Buffer.concat([headBytes(answer), answer.body]);
}
