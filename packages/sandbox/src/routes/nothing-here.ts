import type { Context, Handler } from 'hono';
import { refuse } from '../answers/refusal.ts';

/** A path the sandbox does not have. HelpCrunch has more; here are customers only. Shape: documented for 404. */
export function noSuchPath(c: Context): Response {
  return refuse(404, [{ code: 'not_found', message: `The sandbox has nothing at ${c.req.path}` }]);
}

/** A path it has, by another method. Status and shape are our choice. */
export function onlyMethod(method: 'GET' | 'POST'): Handler {
  return () => {
    const answer = refuse(405, [{ code: 'method_not_allowed', message: `Only ${method} is known here` }]);
    answer.headers.set('allow', method);
    return answer;
  };
}
