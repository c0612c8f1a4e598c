import { hideKeys } from '@helpcrunch-customer-kit/core';

/**
 * What is logged of a mistake of ours: where it happened. Its message is left out, since it may quote the file that was
 * worked on.
 */
export function crashLog(feature: string, error: unknown): string {
  const { name, frames } = error instanceof Error ? partsOf(error) : { name: typeof error, frames: [] };
  return hideKeys([`${feature} failed: ${name}`, ...frames].join('\n'));
}

function partsOf({ name, stack = '' }: Error) {
  return {
    name,
    frames: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8),
  };
}
