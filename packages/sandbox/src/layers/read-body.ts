/** Bytes of a body that are kept. Source: our choice; no page names a limit. */
export const longestBody = 1024 * 1024;

export interface RequestBody {
  readonly text: string;
  readonly tooLong: boolean;
}

/**
 * Reads a request's body, keeping no more than `longestBody` bytes. What is over is read and thrown away, so that
 * a client busy sending still gets to read its refusal.
 */
export async function readBody(request: Request): Promise<RequestBody> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of request.body ?? []) {
    const room = Math.max(0, longestBody - length);
    text += decoder.decode(chunk.subarray(0, room), { stream: true });
    length += chunk.length;
  }
  return { text: text + decoder.decode(), tooLong: length > longestBody };
}
