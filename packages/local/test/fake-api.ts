import { type Served, serve } from '@helpcrunch-customer-kit/testing/servers';

interface Received {
  readonly isCreate: boolean;
  readonly body: Record<string, unknown>;
  readonly answer: (status: number, body: unknown) => void;
}

/** An API on a free port; `handle` answers each request, or does not. */
export function fakeApi(handle: (received: Received) => void): Promise<Served> {
  return serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    handle({ isCreate: !request.url?.endsWith('/search'), body, answer });
  });
}
