import { instance } from '@viz-js/viz';
import { shortestArrows } from './room-circles.ts';
import type { RoomGraph } from './room-graph.ts';

const viz = await instance();

/** Readable on light and on dark pages: the picture has no background of its own. */
const style = `<style>
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .node path { fill: #ddf4ff; stroke: #0969da; }
  .edge path { fill: none; stroke: #59636e; }
  .edge polygon { fill: #59636e; stroke: #59636e; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .node path { fill: #121d2f; stroke: #4493f8; }
    .edge path { stroke: #9198a1; }
    .edge polygon { fill: #9198a1; stroke: #9198a1; }
  }
</style>`;

/** The graph as SVG text, an arrow from who knows to what is known; `title` is read out in place of the picture. */
export function drawRooms(title: string, graph: RoomGraph): string {
  const svg = viz.renderString(
    {
      graphAttributes: { bgcolor: 'transparent', nodesep: 0.25, ranksep: 0.45 },
      nodeAttributes: {
        shape: 'box',
        style: 'rounded,filled',
        fontname: 'Helvetica',
        fontsize: 13,
        height: 0.4,
      },
      edgeAttributes: { arrowsize: 0.7 },
      nodes: graph.rooms.map(({ name }) => ({ name, attributes: { label: name } })),
      edges: shortestArrows(graph).map(({ from, to }) => ({ tail: from, head: to })),
    },
    { format: 'svg' },
  );
  return svg
    .slice(svg.indexOf('<svg'))
    .replaceAll(/<title>[^<]*<\/title>\n/g, '')
    .replaceAll(/ (?:fill|stroke|font-family|font-size)="[^"]*"/g, '')
    .replace(/(<svg[^>]*)>/, `$1 role="img" aria-label="${title}">\n${style}`);
}
