import { expect, test } from 'vitest';
import { takeRounds } from './rounds.ts';

test('everyone measures once a round, the first changes, and warm-ups do not count', async () => {
  const order: string[] = [];
  const contender = (name: string) => (round: number) => {
    order.push(`${name}${round}`);
    return round;
  };
  const samples = await takeRounds({ a: contender('a'), b: contender('b') }, { rounds: 2, warmUps: 1 });
  expect(order).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
  expect(samples).toEqual({ a: [1, 2], b: [1, 2] });
});
