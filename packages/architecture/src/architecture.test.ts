import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { calledFunctions } from './called-functions.ts';
import { createThreeWays } from './create-three-ways.ts';
import { oneCreate } from './one-create.ts';
import { places } from './places.ts';
import { readSourceFiles } from './read-source-files.ts';
import { roomsInCircles } from './room-circles.ts';
import { packagesOf, roomsOf } from './room-graph.ts';

const files = await readSourceFiles(fileURLToPath(new URL('../../../', import.meta.url)));

test.each(places.map(({ folder }) => folder))(
  '%s has layers: no folder is known by what it stands on',
  (folder) => {
    const graph = roomsOf(folder, files);
    expect(graph.rooms.length).toBeGreaterThan(1);
    expect(roomsInCircles(graph)).toEqual([]);
  },
);

test('every import of a file leads to a file that is there', () => {
  const paths = new Set(files.map(({ path }) => path));
  const lost = files.flatMap(({ path, imports }) =>
    imports.flatMap((found) =>
      found.kind === 'file' && /\.tsx?$/.test(found.path) && !paths.has(found.path)
        ? `${path} → ${found.path}`
        : [],
    ),
  );
  expect(lost).toEqual([]);
});

test('the sandbox imports nothing of ours, and apps never import each other', () => {
  const folders = new Map(places.map(({ name, folder }) => [name, folder]));
  const { arrows } = packagesOf(files, folders);
  expect(arrows.filter(({ from }) => from === 'packages/sandbox')).toEqual([]);
  expect(arrows.filter(({ to }) => to.startsWith('apps/'))).toEqual([]);
  expect(arrows.some(({ from, to }) => from === 'apps/tui' && to === 'packages/core')).toBe(true);
});

test('every step of a create that the page names is taken by a real one', async () => {
  let outcomes: readonly string[] = [];
  const called = await calledFunctions(async () => {
    outcomes = await createThreeWays();
  });
  expect(outcomes).toEqual(['created', 'rejected', 'unknown, then found']);
  const missed = oneCreate.flatMap(({ steps }) =>
    steps.map(({ file, calls }) => `${file} ${calls}`).filter((step) => !called.has(step)),
  );
  expect(missed).toEqual([]);
});
