import type { Exchange } from './scenario-script.ts';

/** Replaces the answer of a search that found nothing; others, and refusals, stay. */
export async function ifNoMatch({ proceed }: Exchange, replace: () => Response): Promise<Response> {
  const answer = await proceed();
  if (answer.status !== 200) {
    return answer;
  }
  const { total } = (await answer.clone().json()) as { total: number };
  return total === 0 ? replace() : answer;
}
