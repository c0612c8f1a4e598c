import { issueMessage } from '@helpcrunch-customer-kit/core';
import { isList } from '../../../editors/editor.ts';
import type { Intent } from '../../../input/intent.ts';
import type { Conversation } from '../../../render/lines/conversation.ts';
import { issueLine } from '../../../render/lines/message-line.ts';
import type { Machine } from '../../../render/renderer.ts';
import type { FieldScreen } from '../../wizard-state.ts';
import { offerOf } from './offer.ts';
import { fieldIssues, lineProblems } from './state.ts';

/** A field that is asked for line by line. */
export interface FieldTalk {
  readonly machine: Machine;
  readonly talk: Conversation;
  readonly step: number;
}

/** The field's screen; `undefined` once the machine has left it. */
export function openField({ machine, step }: FieldTalk): FieldScreen | undefined {
  const { screen } = machine.state;
  return screen.kind === 'field' && screen.step === step ? screen : undefined;
}

export function act({ machine }: FieldTalk, ...intents: readonly Intent[]): void {
  machine.dispatchAll(intents, (_, intent) => intent);
}

/** Says what is offered in place of what was entered, and how to take it. False when nothing is offered. */
export function sayOffer({ machine, talk, step }: FieldTalk): boolean {
  const screen = openField({ machine, talk, step });
  const offer = screen && offerOf(machine.state, screen);
  if (!offer) return false;
  const { editor } = offer;
  const value = editor.line.text || (isList(editor) ? 'it' : '');
  talk.say(`Advice: ${offer.sentence}`, `+ takes ${value}, Enter goes on without.`);
  return true;
}

/** Everything to be said about what is in the field, errors and advice. */
export function sayIssues({ machine, talk, step }: FieldTalk): void {
  const screen = openField({ machine, talk, step });
  if (!screen) return;
  const onLine =
    isList(screen.editor) && screen.editor.line.text !== '' ? lineProblems(machine.state, screen) : [];
  const issues = fieldIssues(machine.state, screen).filter((issue) => !onLine.includes(issueMessage(issue)));
  talk.say(...onLine.map((sentence) => `Problem: ${sentence}`), ...issues.map(issueLine));
}
