/** What a client meets, told in values that can be compared. */
export interface Outcome {
  readonly status?: number;
  readonly contentType?: string | null;
  /** Undefined when the body broke off. */
  readonly text?: string;
  /** The name and words of what was thrown, by the call or by its body. */
  readonly thrown?: string;
  /** The `code` of its cause, as undici gives one. */
  readonly cause?: unknown;
}

/** Makes the call and reads its body to the end. */
export async function outcomeOf(call: () => Promise<Response>): Promise<Outcome> {
  let answer: Response;
  try {
    answer = await call();
  } catch (error) {
    return told(error);
  }
  const head = { status: answer.status, contentType: answer.headers.get('content-type') };
  try {
    return { ...head, text: await answer.text() };
  } catch (error) {
    return { ...head, ...told(error) };
  }
}

function told(error: unknown): Outcome {
  const { cause } = error as Error;
  return { thrown: String(error), cause: cause instanceof Error && 'code' in cause ? cause.code : undefined };
}
