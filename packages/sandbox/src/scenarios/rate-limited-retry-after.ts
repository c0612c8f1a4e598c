import { tooManyRequests } from '../answers/known-refusals.ts';
import { defineScenario } from './scenario-script.ts';

export const rateLimitedRetryAfter = defineScenario({
  name: 'rate-limited-retry-after',
  summary: 'Every request is over the limit (429), with Retry-After: 2 (seconds).',
  basis: 'choice',
  concerns: 'everything',
  answer() {
    const answer = tooManyRequests();
    answer.headers.set('retry-after', '2');
    return answer;
  },
});
