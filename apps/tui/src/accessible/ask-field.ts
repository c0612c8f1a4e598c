import {
  type CustomerDraft,
  type CustomerFieldRow,
  hasErrors,
  type Issue,
  isWithin,
} from '@helpcrunch-customer-kit/core';
import { steps } from '../wizard/steps.ts';
import { askLine } from './ask-line.ts';
import { askLines } from './ask-lines.ts';
import { askList } from './ask-list.ts';
import { fieldIssues, issueLine } from './field-issues.ts';
import type { FieldAnswer, FieldStanding } from './field-value.ts';
import { ending, type FieldWorld, type Session, type Stage, type Turn } from './session.ts';

type FieldStage = Extract<Stage, { kind: 'field' }>;

/** Asks for one field until it is right, is left, or the conversation ends; what was entered stays in any case. */
export async function askField(session: Session, stage: FieldStage, world: FieldWorld): Promise<Turn> {
  const field = steps[stage.step];
  if (!field) return { session, stage: { kind: 'review' } };
  world.talk.say('', `${field.label}, ${stage.step + 1} of ${steps.length}. ${field.help}`);
  let { draft } = session;
  let issues = fieldIssues(field, session, world);
  sayIssues(world, issues);
  for (;;) {
    const answer = await ask(field, draft, { ...world, isWrong: hasErrors(issues) });
    const isChanged = JSON.stringify(answer.draft) !== JSON.stringify(draft);
    draft = answer.draft;
    const isSame = JSON.stringify(draft) === JSON.stringify(session.draft);
    // A refusal was of the value before.
    const refusals = session.refusals.filter(({ path }) => isSame || !isWithin(path, `/${field.key}`));
    const next = { ...session, draft, refusals };
    world.onSession(next);
    if (answer.kind === 'end') return { session: next, stage: ending };
    if (answer.kind === 'back') return { session: next, stage: stageBefore(stage) };
    issues = fieldIssues(field, next, world);
    if (isChanged || hasErrors(issues)) sayIssues(world, issues);
    if (hasErrors(issues)) continue;
    const answered = { ...next, furthest: Math.max(session.furthest, stage.step) };
    world.onSession(answered);
    return { session: answered, stage: stageAfter(stage) };
  }
}

function ask(
  field: CustomerFieldRow,
  draft: CustomerDraft,
  world: FieldWorld & FieldStanding,
): Promise<FieldAnswer> {
  switch (field.kind) {
    case 'tags':
    case 'custom-data':
      return askList(field, draft, world);
    case 'long-text':
      return askLines(field, draft, world);
    default:
      return askLine(field, draft, world);
  }
}

function sayIssues({ talk }: FieldWorld, issues: readonly Issue[]): void {
  talk.say(...issues.map(issueLine));
}

function stageAfter({ step, after }: FieldStage): Stage {
  return after === 'review' || step + 1 >= steps.length
    ? { kind: 'review' }
    : { kind: 'field', step: step + 1, after };
}

function stageBefore({ step, after }: FieldStage): Stage {
  if (after === 'review') return { kind: 'review' };
  return step === 0 ? { kind: 'account' } : { kind: 'field', step: step - 1, after };
}
