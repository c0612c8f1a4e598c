import {
  formatDate,
  type Issue,
  issueMessage,
  pointerSegments,
  readDate,
} from '@helpcrunch-customer-kit/core';
import { entryKind } from '../../../editors/edit-field.ts';
import { type Editor, isList } from '../../../editors/editor.ts';
import { itemNumber } from '../../../editors/list-items.ts';
import { resolveDate } from '../../../grammar/date-phrase.ts';
import { readEntry } from '../../../grammar/entry-text.ts';
import { kindWords, readingSentence, tagWords } from '../../../grammar/reading-words.ts';
import { tagNotes } from '../../../grammar/tag-notes.ts';
import { readTag } from '../../../grammar/tag-text.ts';
import { kindOfValue, type ValueKind } from '../../../grammar/value-kind.ts';
import type { ViewLine } from '../../../render/view.ts';
import { steps } from '../../steps.ts';
import type { FieldScreen, WizardState } from '../../wizard-state.ts';
import { offerOf } from './offer.ts';
import { fieldIssues, lineProblems } from './state.ts';

/** How many problems are shown at once. */
const mostProblems = 3;

/** Below the line: what is wrong, or what came in, or what is offered, or how the line is read, or one hint. */
export function fieldNotes(state: WizardState, screen: FieldScreen): readonly ViewLine[] {
  const problems = screen.showProblems ? problemsOf(state, screen) : [];
  if (problems.length > 0) {
    return problems.slice(0, mostProblems).map((text) => ({ text, tone: 'problem' }));
  }
  if (screen.said.length > 0) return screen.said.map((text) => ({ text, tone: 'advice' }));
  const offer = offerOf(state, screen);
  if (offer) return [{ text: offer.sentence, tone: 'advice' }];
  if (isList(screen.editor) && screen.editor.chosen !== undefined) {
    return [{ text: 'What is typed goes into the line; below the last item ↓ leads there.', tone: 'quiet' }];
  }
  const line = screen.editor.line.text;
  if (screen.editor.kind === 'tags' && line.trim() !== '') return tagEcho(line);
  return [{ text: echo(screen.editor, state.now) ?? hint(screen), tone: 'quiet' }];
}

function problemsOf(state: WizardState, screen: FieldScreen): readonly string[] {
  const errors = fieldIssues(state, screen).filter(({ severity }) => severity === 'error');
  return [...lineProblems(state, screen), ...errors.map((issue) => numbered(issue, screen.editor))];
}

/** In a list, behind the number of the item that it is about. */
function numbered(issue: Issue, editor: Editor): string {
  const index = Number(pointerSegments(issue.path)[1]);
  const sentence = issueMessage(issue);
  return isList(editor) && Number.isInteger(index) ? `${itemNumber(editor, index)}. ${sentence}` : sentence;
}

function tagEcho(line: string): readonly ViewLine[] {
  const notes = tagNotes(line);
  return notes.length > 0
    ? notes.map((note) => ({ text: readingSentence(note), tone: 'advice' }))
    : [{ text: tagWords(readTag(line)), tone: 'quiet' }];
}

function hint({ step, editor }: FieldScreen): string {
  if (editor.kind === 'tags') return 'A name and, if you like, a CSS colour; Enter on an empty line goes on.';
  if (editor.kind === 'entries') return 'Property = value; Enter on an empty line goes on.';
  return steps[step]?.help ?? '';
}

/** What stands on the line, as the kit understands it. */
function echo(editor: Editor, now: number): string | undefined {
  if (editor.kind === 'entries') {
    const kind = entryKind(editor);
    return kind === undefined ? undefined : entryEcho(editor.line.text, kind);
  }
  const reading = editor.kind === 'date' ? readDate(resolveDate(editor.line.text, now)) : undefined;
  if (reading?.kind !== 'seconds') return undefined;
  const { seconds } = reading;
  const utc = formatDate(seconds);
  const local = localText(seconds);
  // Where clocks show UTC, once is enough.
  const here = utc === `${local} UTC` ? '' : ` · ${local} here`;
  return `${utc}${here} · sent as "${seconds}"`;
}

function entryEcho(text: string, kind: ValueKind): string {
  const { value } = readEntry(text, kind);
  if (value === '' || value === undefined) return 'Property = value; the value is still missing.';
  if (kind === 'date') return `Read as a ${kindOfValue(value)}, sent as "${value}".`;
  return `Read as ${kindWords[kind]}.`;
}

/** The same moment on this machine's clock, written as `formatDate` writes it. */
function localText(seconds: number): string {
  const west = new Date(seconds * 1000).getTimezoneOffset() * 60;
  return formatDate(seconds - west).replace(' UTC', '');
}
