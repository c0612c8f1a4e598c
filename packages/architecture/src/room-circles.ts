import type { RoomGraph } from './room-graph.ts';

/** The rooms from which a way of arrows leads back to themselves; none in a house with layers. */
export function roomsInCircles(graph: RoomGraph): readonly string[] {
  const reached = reachable(graph);
  return graph.rooms.map(({ name }) => name).filter((name) => reached(name).has(name));
}

/** The arrows that no longer way says already: what stands on the room next below. */
export function shortestArrows(graph: RoomGraph): RoomGraph['arrows'] {
  const reached = reachable(graph);
  const isSaid = (from: string, to: string) =>
    graph.arrows.some((first) => first.from === from && first.to !== to && reached(first.to).has(to));
  return graph.arrows.filter(({ from, to }) => !isSaid(from, to));
}

function reachable(graph: RoomGraph): (from: string) => ReadonlySet<string> {
  const next = Map.groupBy(graph.arrows, ({ from }) => from);
  const known = new Map<string, ReadonlySet<string>>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    const seen = new Set<string>();
    const open = [from];
    for (let room = open.pop(); room !== undefined; room = open.pop()) {
      for (const { to } of next.get(room) ?? []) {
        if (!seen.has(to)) {
          seen.add(to);
          open.push(to);
        }
      }
    }
    known.set(from, seen);
    return seen;
  };
}
