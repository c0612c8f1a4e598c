import { refuse, refuseExactly } from './refusal.ts';

/** Source: documented. */
export function unauthorized(): Response {
  return refuse(401, [{ code: 'unauthorized', message: 'Unauthorized' }]);
}

/** Source: documented, "Chat not found" on the customers' pages too. */
export function customerNotFound(): Response {
  return refuse(404, [{ code: 'not_found', message: 'Chat not found' }]);
}

/** Source: documented. */
export function tooManyRequests(): Response {
  return refuse(429, [{ code: 'too_many_requests', message: 'Too many requests' }]);
}

/** The code, at index 0 of a 400, is seen; the sentence is our choice. */
export function userIdTaken(): Response {
  return refuseExactly(400, [{ code: 'invalid_userId_value', message: 'This value is already used.' }]);
}
