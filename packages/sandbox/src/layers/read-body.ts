/** Bytes of a body that are kept. Source: our choice; no page names a limit. */
export const longestBody = 1024 * 1024;

interface RequestBody {
  readonly text: string;
  readonly tooLong: boolean;
}

/**
 * Reads a request's body, keeping no more than `longestBody` bytes. All of it is read first, so that a client busy
 * sending still gets to read its refusal; and at once, for not every browser has a request's body as a stream.
 */
export async function readBody(request: Request): Promise<RequestBody> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  return {
    text: new TextDecoder().decode(bytes.subarray(0, longestBody)),
    tooLong: bytes.length > longestBody,
  };
}
