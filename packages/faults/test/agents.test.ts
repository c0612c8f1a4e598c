import { expect, test } from 'vitest';
import { runKilledAgent } from '../src/kill/agent-run.ts';

/** The server changes files some 60 times for one customer: numbers beyond that end without a kill. */
const maxChanges = 96;
/** All of them take minutes: `AGENT_KILLS=1` tries each. */
const step = Number(process.env['AGENT_KILLS'] ?? 8);
const changes = Array.from(
  { length: Math.ceil(maxChanges / step) },
  (_, index) => index * step + (index % step),
);

test.each(changes)(
  'an agent’s create is sent at most once when the server is killed before change %i of its files',
  async (at) => {
    const { posts, outcome, isSame } = await runKilledAgent({ at, isHalf: at % 2 === 1 }, 20);
    // Recorded and not sent looks the same as sent and lost: then it stays unknown, and is not sent again.
    const expected = posts === 0 ? 'unknown' : 'created';
    expect({ posts: Math.min(posts, 1), outcome }).toEqual({ posts, outcome: expected });
    if (outcome === 'created') expect(isSame).toBe(true);
  },
);
