/** A request that has arrived, byte for byte. */
export interface FrontRequest {
  readonly method: string;
  readonly path: string;
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** What a request asks for; the campaign knows no more than these. */
export type Asked = 'create' | 'search' | 'other';

export function askedBy({ method, path }: Pick<FrontRequest, 'method' | 'path'>): Asked {
  if (method === 'POST' && path === '/v1/customers') return 'create';
  return method === 'POST' && path === '/v1/customers/search' ? 'search' : 'other';
}
