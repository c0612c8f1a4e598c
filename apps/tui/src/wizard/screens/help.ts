import type { CustomerFieldRow } from '@helpcrunch-customer-kit/core';
import { type Intent, menuStep } from '../../input/intent.ts';
import { type KeyBinding, keyGroups, keyHints } from '../../input/key-bindings.ts';
import { wrap } from '../../render/layout.ts';
import { lineWidth, type Size, type View, type ViewLine } from '../../render/view.ts';
import { asking, staying, type Transition } from '../wizard-event.ts';
import { type HelpScreen, steps, type WizardState } from '../wizard-state.ts';
import { questionDelay } from './question.ts';

/** True where help can be asked for. */
export function hasHelp({ screen }: WizardState): boolean {
  switch (screen.kind) {
    case 'account':
    case 'key':
      // What was asked for comes back to this screen.
      return screen.isOpening !== true;
    case 'field':
    case 'review':
    case 'outcome':
    case 'resume':
    case 'keep-key':
    case 'pasted':
    case 'question':
      return true;
    case 'waiting':
    case 'sending':
    case 'checking':
    case 'help':
      return false;
    default: {
      const unreachable: never = screen;
      return unreachable;
    }
  }
}

export function openHelp(state: WizardState): Transition {
  return staying({ ...state, screen: { kind: 'help', first: 0, under: state.screen } });
}

/** Scrolls, and closes on anything that does not scroll. */
export function onHelpIntent(state: WizardState, screen: HelpScreen, intent: Intent): Transition {
  const last = lastHelpRow(state, state.size);
  const pages = intent.kind === 'page-up' ? -1 : intent.kind === 'page-down' ? 1 : 0;
  if (pages !== 0) {
    // The row that was at the edge stays in sight.
    const first = Math.max(0, Math.min(last, screen.first + pages * (roomOf(state.size) - 1)));
    return staying({ ...state, screen: { ...screen, first } });
  }
  const step = menuStep(screen.first, last + 1, intent);
  if (step?.kind === 'select') return staying({ ...state, screen: { ...screen, first: step.selected } });
  const { under } = screen;
  // The key that closes help, held down, must not answer.
  const back = under.kind === 'question' ? { ...under, armedAt: state.now + questionDelay } : under;
  // What counts seconds there goes on counting.
  return asking({ ...state, screen: back }, { kind: 'tick-later', milliseconds: 1 });
}

/** How many cells there are before what a key does. */
const margin = 13;

/** The row at which help stands when it is scrolled to its end. */
function lastHelpRow({ screen }: WizardState, size: Size): number {
  if (screen.kind !== 'help') return 0;
  return Math.max(0, helpLines(fieldUnder(screen), size).length - roomOf(size));
}

function fieldUnder({ under }: HelpScreen): CustomerFieldRow | undefined {
  return under.kind === 'field' ? steps[under.step] : undefined;
}

/** What there is to know of a field, a sentence each: what it is for, its rules, and an example. */
export function fieldHelp({ help, facts, example, kind }: CustomerFieldRow): readonly string[] {
  const rules = facts.map(({ text, certainty }) =>
    certainty === 'documented'
      ? text
      : `${text} (${certainty === 'seen' ? 'Seen' : 'A guess'}, not documented.)`,
  );
  return [help, ...rules, `Example: ${typedExamples[kind] ?? String(example)}`];
}

/** How a value is typed where that differs from how it is sent. */
const typedExamples: Readonly<Partial<Record<CustomerFieldRow['kind'], string>>> = {
  tags: 'vip #ff0000',
  'custom-data': 'plan = pro',
  date: '2024-05-01, yesterday, or 2 weeks ago',
};

/** Few enough rows that the record above stays in sight. */
const maxHelpRows = 12;

function roomOf({ rows }: Size): number {
  return Math.max(3, Math.min(rows - 4, maxHelpRows));
}

function helpLines(field: CustomerFieldRow | undefined, size: Size): readonly ViewLine[] {
  const about = field ? fieldHelp(field).flatMap((message) => wrap(message, lineWidth(size) - 2)) : [];
  return [
    ...(field ? [{ text: field.label, tone: 'strong' } as const] : []),
    ...about.map((text): ViewLine => ({ text: `  ${text}`, tone: 'plain' })),
    ...keyGroups.flatMap(({ title, bindings }): ViewLine[] => [
      { text: title, tone: 'strong' },
      ...bindings.flatMap((binding) => keyLines(binding, lineWidth(size))),
    ]),
  ];
}

/** Every key with what it does, as much of it as fits. */
export function helpView(state: WizardState, screen: HelpScreen, size: Size): View {
  const lines = helpLines(fieldUnder(screen), size);
  const room = roomOf(size);
  const first = Math.min(screen.first, lastHelpRow(state, size));
  const last = Math.min(first + room, lines.length);
  return {
    history: state.history,
    title: lines.length > room ? `Help, rows ${first + 1} to ${last} of ${lines.length}` : 'Help',
    account: state.account,
    body: lines.slice(first, last),
    notes: [],
    keys: keyHints(['up', 'scroll'], 'pageDown', ['back', 'close']),
  };
}

/** A key, and beside it what it does, in as many rows as that takes. */
function keyLines({ shown, help }: KeyBinding, width: number): readonly ViewLine[] {
  return wrap(help, Math.max(margin, width - margin)).map((row, index) => {
    const before = index === 0 ? `  ${shown}` : '';
    return { text: `${before.padEnd(margin)}${row}`, tone: 'plain' };
  });
}
