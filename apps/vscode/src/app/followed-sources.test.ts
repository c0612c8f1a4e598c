import { expect, test } from 'vitest';
import type { CustomerSource } from '../source/customer-source.ts';
import { createFollowedSources } from './followed-sources.ts';
import type { LiveSources } from './live-source.ts';

/** Nothing but its name is looked at here. */
const sourceOf = (uri: string) => ({ uri }) as CustomerSource;
const [ada, bob] = [sourceOf('file:///ada.json'), sourceOf('file:///bob.json')];

function followedWorld() {
  const live = new Set<CustomerSource>();
  const sources: LiveSources = {
    follow: (source) => void live.add(source),
    forget: (source) => void live.delete(source),
    dispose: () => {},
  };
  return { live, followed: createFollowedSources(sources) };
}

test('what is shown while others are still to come has its own source already', async () => {
  const { followed, live } = followedWorld();
  await followed.during([ada], async (show) => show());
  await followed.during([bob], async (show) => {
    expect(followed.at(0)).toBe(ada);
    show();
    expect(followed.at(0)).toBe(bob);
  });
  expect([...live]).toEqual([bob]);
});

test('what was not shown is not followed any more', async () => {
  const { followed, live } = followedWorld();
  await followed.during([ada], async (show) => show());
  await followed.during([bob], async () => {});
  expect(followed.at(0)).toBe(ada);
  expect([...live]).toEqual([ada]);
});

test('a task that fails leaves nothing to be followed', async () => {
  const { followed, live } = followedWorld();
  await expect(followed.during([ada], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect([...live]).toEqual([]);
});

test('a source under way is followed on when another one is shown', async () => {
  const { followed, live } = followedWorld();
  await followed.during([ada], async (show) => {
    show();
    await followed.during([bob], async (showOther) => showOther());
    expect([...live]).toEqual([ada, bob]);
    show();
    expect(followed.at(0)).toBe(ada);
  });
  expect([...live]).toEqual([ada]);
});
