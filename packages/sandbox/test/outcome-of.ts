/** What a client gets, in comparable values. */
export interface Outcome {
  readonly status?: number;
  readonly contentType?: string | null;
  /** Undefined when the body broke off. */
  readonly text?: string;
  /** The name and message of what was thrown, by the call or by its body. */
  readonly thrown?: string;
  /** The `code` of its cause, as undici gives one. */
  readonly cause?: unknown;
}

/** Makes the call and reads its body to the end. */
export async function outcomeOf(call: () => Promise<Response>): Promise<Outcome> {
  let response: Response;
  try {
    response = await call();
  } catch (error) {
    return thrownBy(error);
  }
  const head = { status: response.status, contentType: response.headers.get('content-type') };
  try {
    return { ...head, text: await response.text() };
  } catch (error) {
    return { ...head, ...thrownBy(error) };
  }
}

function thrownBy(error: unknown): Outcome {
  const { cause } = error as Error;
  return { thrown: String(error), cause: cause instanceof Error && 'code' in cause ? cause.code : undefined };
}
