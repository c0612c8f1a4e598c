import { customerFields } from '../../src/customer/fields.ts';
import {
  apiKeyMessages,
  baseUrlMessages,
  notSentMessages,
  unknownMessages,
  unreadableMessages,
  unresolvedLookupMessage,
  unresolvedLookupSteps,
} from '../../src/report/failure-messages.ts';
import { differenceMessages } from '../../src/report/names.ts';
import { outcomeMessage } from '../../src/report/outcome-message.ts';
import { outcomeTraits } from '../../src/report/outcome-traits.ts';
import { questionMessage, reasonMessage } from '../../src/report/reason-message.ts';
import { surfaceMessages } from '../../src/report/surface.ts';
import { hiddenIssuesMessage } from '../../src/rules/customer-rules.ts';
import { syntaxMessages } from '../../src/rules/json-rules.ts';
import { issueMessage, rules } from '../../src/rules/rules.ts';
import { lookups, outcomes, reasons } from '../../test/message-samples.ts';
import { exampleIssue } from './rules-page.ts';

/** A message that people can meet, and what it comes from. `part` messages stand inside another one. */
export interface ListedMessage {
  readonly source: string;
  readonly text: string;
  readonly kind: 'sentence' | 'part';
}

/** Every message of core, from the tables and functions themselves. Functions get one sample of each kind. */
export function allMessages(): ListedMessage[] {
  return [
    ...customerFields.flatMap(({ key, label, help, facts, parts = [] }) => [
      part(`field ${key} label`, label),
      ...messages(`field ${key}`, help, ...facts.map(({ text }) => text), ...parts.map((one) => one.help)),
    ]),
    ...rules.flatMap((rule) => [
      part(`rule ${rule.code} title`, rule.title),
      ...messages(`rule ${rule.code}`, issueMessage(exampleIssue(rule).issue)),
      ...messages(`rule ${rule.code} why`, rule.why),
    ]),
    ...parts('JSON syntax', syntaxMessages),
    ...messages('rules, more in a file', hiddenIssuesMessage(1000, 4312)),
    ...Object.entries(outcomeTraits).map(([name, { title }]) => part(`outcome ${name} title`, title)),
    ...outcomes.flatMap(([outcome]) =>
      (['terminal', 'editor', 'agent'] as const).flatMap((surface) => {
        const { message, next } = outcomeMessage(outcome, 'live', surface);
        return messages(`outcome ${outcome.outcome} (${surface})`, message, ...next);
      }),
    ),
    ...Object.entries(notSentMessages).flatMap(([reason, { message, next }]) =>
      messages(
        `not sent: ${reason}`,
        message,
        ...next(surfaceMessages.terminal),
        ...next(surfaceMessages.editor),
        ...next(surfaceMessages.agent),
      ),
    ),
    ...parts('unknown', unknownMessages),
    ...parts('unreadable answer', unreadableMessages),
    ...Object.entries(reasons).flatMap(([kind, reason]) => {
      const account = { kind: 'live', label: 'main', host: 'api.helpcrunch.com' } as const;
      const mayDuplicate = kind === 'email-used';
      const { title, send, cancel } = questionMessage({
        account,
        request: {},
        issues: [],
        reasons: [reason],
        mayDuplicate,
      });
      return [
        ...messages(`question ${kind}`, reasonMessage(reason), title),
        part(`question ${kind} answer`, send),
        part(`question ${kind} answer`, cancel),
      ];
    }),
    ...lookups.flatMap((lookup) =>
      messages(
        `lookup ${lookup.kind === 'cannot-tell' ? lookup.reason : lookup.kind}`,
        unresolvedLookupMessage(lookup),
        ...unresolvedLookupSteps(lookup),
      ),
    ),
    ...messages(
      'comparison',
      ...differenceMessages(
        { dropped: ['/notes'], changed: [{ path: '/name', sent: 'Ada', got: 'ADA' }] },
        { name: 'Ada', notes: 'x' },
      ),
    ),
    ...Object.entries(apiKeyMessages).flatMap(([issue, text]) => messages(`API key: ${issue}`, text)),
    ...Object.entries(baseUrlMessages).flatMap(([issue, text]) => messages(`base URL: ${issue}`, text)),
  ];
}

function messages(source: string, ...texts: readonly string[]): ListedMessage[] {
  return texts.map((text) => ({ source, text, kind: 'sentence' }));
}

function parts(source: string, texts: Readonly<Record<string, string>>): ListedMessage[] {
  return Object.entries(texts).map(([key, text]) => part(`${source}: ${key}`, text));
}

function part(source: string, text: string): ListedMessage {
  return { source, text, kind: 'part' };
}
