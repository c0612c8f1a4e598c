import { expect, test } from 'vitest';
import { roomsInCircles, shortestArrows } from './room-circles.ts';
import type { RoomGraph } from './room-graph.ts';

test('layers have no circle', () => {
  expect(roomsInCircles(graph('a b', 'b c', 'a c'))).toEqual([]);
});

test('a long circle names every room of it, and none beside it', () => {
  expect(roomsInCircles(graph('a b', 'b c', 'c a', 'd a', 'c e'))).toEqual(['a', 'b', 'c']);
});

test('an arrow that a longer way says already is left out', () => {
  const arrows = shortestArrows(graph('a b', 'b c', 'c d', 'a c', 'a d'));
  expect(arrows.map(({ from, to }) => `${from} ${to}`)).toEqual(['a b', 'b c', 'c d']);
});

function graph(...pairs: readonly string[]): RoomGraph {
  const arrows = pairs.map((pair) => {
    const [from = '', to = ''] = pair.split(' ');
    return { from, to, imports: 1 };
  });
  const names = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  return { rooms: [...names].map((name) => ({ name, files: 1 })), arrows };
}
