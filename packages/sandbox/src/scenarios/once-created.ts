import type { Exchange } from './scenario-script.ts';

/** Creates the customer and lets only a 201 be replaced: a refusal stays a refusal in every scenario. */
export async function onceCreated(
  exchange: Exchange,
  replace: (created: Response) => Response | Promise<Response>,
): Promise<Response> {
  const answer = await exchange.proceed();
  return answer.status === 201 ? replace(answer) : answer;
}
