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
