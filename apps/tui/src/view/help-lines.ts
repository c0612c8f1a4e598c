import type { KeyBinding } from '../input/key-binding.ts';
import { keyBindings } from '../input/key-bindings.ts';

const groupTitles: Readonly<Record<KeyBinding['group'], string>> = {
  everywhere: 'Everywhere',
  choosing: 'Choosing',
  fields: 'In some fields',
  editing: 'Editing a line',
};

/** The keys of a group, under its title: what help shows, and what the README's section is made from. */
export interface HelpGroup {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

export function helpGroups(): readonly HelpGroup[] {
  const bindings: readonly KeyBinding[] = Object.values(keyBindings);
  return (Object.keys(groupTitles) as KeyBinding['group'][]).map((group) => ({
    title: groupTitles[group],
    bindings: bindings.filter((binding) => binding.group === group),
  }));
}
