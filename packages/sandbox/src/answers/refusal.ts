/** One entry of an `errors` body. On a 400 the code is the path of the field, `tags[0].name`. Source: documented. */
export interface ErrorEntry {
  readonly code: string;
  readonly message: string;
}

/** What every error body of today's generation starts with. Source: documented. */
const generalEntry: ErrorEntry = { code: 'invalid_request', message: 'Invalid request' };

/**
 * An error answer of today's generation: the general entry first, the specific ones after it.
 *
 * @param status HTTP status, 4xx or 5xx.
 * Source: documented for 400, 401, 404 and 429; the same shape everywhere else is our choice.
 */
export function refuse(status: number, entries: readonly ErrorEntry[]): Response {
  return refuseExactly(status, [generalEntry, ...entries]);
}

/** An error answer with these entries only. Source: seen (`invalid_userId_value`), and the older generation. */
export function refuseExactly(status: number, errors: readonly ErrorEntry[]): Response {
  return Response.json({ errors }, { status });
}

/** The entries of an error answer; empty when it is not one. Reads a copy, so the answer can still be sent. */
export async function entriesOf(answer: Response): Promise<readonly ErrorEntry[]> {
  if (answer.status < 400) {
    return [];
  }
  const { errors } = (await answer.clone().json()) as { errors: readonly ErrorEntry[] };
  return errors;
}

/** Tells the general entry from the specific ones. */
export function isGeneral(entry: ErrorEntry): boolean {
  return entry.code === generalEntry.code;
}
