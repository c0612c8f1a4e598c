/** One entry of an `errors` body. On a 400 the code is the path of the field, `tags[0].name`. Source: documented. */
export interface ErrorEntry {
  readonly code: string;
  readonly message: string;
}

/** The first entry of every current error body. Source: documented. */
const generalEntry: ErrorEntry = { code: 'invalid_request', message: 'Invalid request' };

/**
 * An error response in the current format: the general entry, then the specific ones.
 *
 * @param status HTTP status, 4xx or 5xx.
 * Source: documented for 400, 401, 404 and 429; our choice for every other status.
 */
export function errorResponse(status: number, entries: readonly ErrorEntry[]): Response {
  return exactErrorResponse(status, [generalEntry, ...entries]);
}

/** An error response with these entries only. Source: seen (`invalid_userId_value`), and the older format. */
export function exactErrorResponse(status: number, errors: readonly ErrorEntry[]): Response {
  return Response.json({ errors }, { status });
}

/** The specific entries of an error response; empty for any other. Reads a copy, so the response can still be sent. */
export async function specificErrors(response: Response): Promise<readonly ErrorEntry[]> {
  if (response.status < 400) {
    return [];
  }
  const { errors } = (await response.clone().json()) as { errors: readonly ErrorEntry[] };
  return errors.filter(({ code }) => code !== generalEntry.code);
}

/** Source: documented. */
export function unauthorized(): Response {
  return errorResponse(401, [{ code: 'unauthorized', message: 'Unauthorized' }]);
}

/** Source: documented, "Chat not found" on the customer pages too. */
export function customerNotFound(): Response {
  return errorResponse(404, [{ code: 'not_found', message: 'Chat not found' }]);
}

/** Source: documented, without a Retry-After header. */
export function tooManyRequests(): Response {
  return errorResponse(429, [{ code: 'too_many_requests', message: 'Too many requests' }]);
}

/** The code, at index 0 of a 400, is seen; the message is our choice. */
export function userIdTaken(): Response {
  return exactErrorResponse(400, [{ code: 'invalid_userId_value', message: 'This value is already used.' }]);
}

/** Our choice. */
export function serverError(): Response {
  return errorResponse(500, [{ code: 'internal_error', message: 'Internal server error' }]);
}

/** An HTML page, as proxies answer when the server behind them does not. Source: seen. */
export function htmlPage(status: number, title: string): Response {
  const page = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
