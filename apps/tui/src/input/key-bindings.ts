import { editingKeys } from './editing-keys.ts';
import type { KeyBinding } from './key-binding.ts';

/** Every key of the wizard, by what it does. */
export const keyBindings = {
  submit: {
    keys: ['enter'],
    shown: 'Enter',
    hint: 'next',
    says: 'Takes the answer and goes on; an empty field is skipped, a list takes one more item.',
    group: 'everywhere',
  },
  back: {
    keys: ['escape', 'shift+tab'],
    shown: 'Esc',
    hint: 'back',
    says: 'Goes back, or closes what is open; what stands in the field stays. Shift+Tab does the same.',
    group: 'everywhere',
  },
  quit: {
    keys: ['ctrl+c'],
    shown: 'Ctrl+C',
    hint: 'quit',
    says: 'Leaves, keeping what was entered; while sending, stops and waits for the truth about it.',
    group: 'everywhere',
  },
  help: {
    keys: ['f1'],
    shown: '?',
    hint: 'help',
    says: 'Shows this help: ? where nothing is being typed, F1 anywhere.',
    group: 'everywhere',
  },
  suspend: {
    keys: ['ctrl+z'],
    shown: 'Ctrl+Z',
    hint: 'suspend',
    says: 'Goes back to the shell for a while; fg comes back.',
    group: 'everywhere',
  },
  up: {
    keys: ['up', 'ctrl+p'],
    shown: '↑↓',
    hint: 'move',
    says: 'Moves through choices.',
    group: 'choosing',
  },
  down: {
    keys: ['down', 'ctrl+n'],
    shown: '↓',
    hint: 'move',
    says: 'Moves down through choices.',
    group: 'choosing',
  },
  first: {
    keys: ['home', 'page-up'],
    shown: 'Home',
    hint: 'first',
    says: 'Goes to the first choice.',
    group: 'choosing',
  },
  last: {
    keys: ['end', 'page-down'],
    shown: 'End',
    hint: 'last',
    says: 'Goes to the last choice.',
    group: 'choosing',
  },
  nextType: {
    keys: ['ctrl+t'],
    shown: 'Ctrl+T',
    hint: 'type',
    says: 'In custom data: reads the value as its next possible type.',
    group: 'fields',
  },
  openEditor: {
    keys: ['ctrl+o'],
    shown: 'Ctrl+O',
    hint: 'editor',
    says: 'In notes: opens $EDITOR.',
    group: 'fields',
  },
  newLine: {
    keys: ['alt+enter'],
    shown: 'Alt+Enter',
    hint: 'new line',
    says: 'In notes: begins a new line.',
    group: 'fields',
  },
  ...editingKeys,
} as const satisfies Record<string, KeyBinding>;

export type KeyAction = keyof typeof keyBindings;
