import type { DraftPart, DraftView, WrittenDate, WrittenTag, WrittenText } from '../customer/draft-view.ts';
import type { CustomerFieldRow } from '../customer/fields.ts';
import type { IssueShape, Severity } from '../customer/issue.ts';
import type { JsonPointer, PointerSet } from '../customer/json.ts';
import type { WrittenEntry } from '../customer/payload.ts';

/** What validation needs to know besides the customer. */
export interface ValidationContext {
  /** Milliseconds since 1970, as from `Date.now()`. */
  readonly now: number;
  /** The customer is in a file, which people share sooner or later. */
  readonly inFile?: boolean;
}

/** What a rule may look at besides the draft. */
export interface RuleContext extends ValidationContext {
  /** Places whose values could not be read: they are not in the draft, but not missing either. */
  readonly unread: PointerSet;
}

/** An issue of one rule: its code, place and severity, and the facts that its message needs. */
export type RuleIssue<Code extends string, Facts> = IssueShape & { readonly code: Code } & Readonly<Facts>;

/** Where a check found an issue, with its facts. `severity` differs from the rule's only where it is given. */
type Found<Facts> = { readonly path: JsonPointer; readonly severity?: Severity } & Readonly<Facts>;

/** Finds the issue in one part of a draft; the place is that of the part where none is given. */
type Check<Part, Facts> = (
  part: Part,
  context: RuleContext,
) => (Partial<Pick<IssueShape, 'path' | 'severity'>> & Readonly<Facts>) | undefined;

/**
 * Each is called for every part of its kind, in the order of the draft. Rules without any are reported while the input is
 * read or sent.
 */
interface Checks<Facts> {
  readonly checkText?: Check<WrittenText, Facts>;
  /** The texts that `checkText` is for: those of fields of one kind, or those with more than printable ASCII. Default: all. */
  readonly texts?: CustomerFieldRow['kind'] | 'unusual';
  readonly checkDate?: Check<WrittenDate, Facts>;
  readonly checkTag?: Check<WrittenTag, Facts>;
  readonly checkEntry?: Check<WrittenEntry, Facts>;
  /** For what shows only in the draft as a whole. */
  readonly check?: (view: DraftView, context: RuleContext) => readonly Found<Facts>[];
}

interface RuleDefinition<Code extends string, Facts> extends Checks<NoInfer<Facts>> {
  readonly code: Code;
  readonly severity: Severity;
  /** The heading of its section in docs/rules.md. */
  readonly title: string;
  /** Why it is an issue, and how certain that is. */
  readonly why: string;
  /** JSON text that has this issue and no other. */
  readonly example?: string;
  /** The facts of an issue, where no short text shows it. */
  readonly sample?: NoInfer<Found<Facts>>;
  /** What is wrong, then what to do, in at most two short sentences. Its first parameter declares the facts of the issue. */
  readonly message: (facts: Facts, path: JsonPointer) => string;
}

export interface Rule<Code extends string, Facts> extends RuleDefinition<Code, Facts> {
  at(path: JsonPointer, facts: Facts, severity?: Severity): RuleIssue<Code, Facts>;
  /** Reports every issue of this rule in a draft. */
  find(view: DraftView, context: RuleContext, report: (issue: RuleIssue<Code, Facts>) => void): void;
}

/**
 * Defines a rule. Everything about it is here: code, severity, check, message, reason and example.
 *
 * @example
 * export const futureDate = defineRule({
 *   code: 'future-date',
 *   severity: 'advice',
 *   title: 'Date in the future',
 *   why: '…',
 *   example: '{"name": "Ada", "firstSeen": "2099-01-01T00:00:00Z"}',
 *   message: ({ seconds }: { seconds: number }) => `This date is in the future: ${formatDate(seconds)}.`,
 *   checkDate: ({ reading }, { now }) => … ? { seconds: reading.seconds } : undefined,
 * });
 */
export function defineRule<Code extends string, Facts extends object = object>(
  definition: RuleDefinition<Code, Facts>,
): Rule<Code, Facts> {
  const { code, severity, checkText, texts, checkDate, checkTag, checkEntry, check } = definition;
  const at = (path: JsonPointer, facts: Facts, actual: Severity = severity) => ({
    code,
    severity: actual,
    path,
    ...facts,
  });
  return {
    ...definition,
    at,
    find(view, context, report) {
      const add = (found: Found<Facts>) => report({ code, severity, ...found });
      if (checkText) {
        const isEach = texts === undefined || texts === 'unusual';
        for (const text of texts === 'unusual' ? view.unusualTexts : view.texts) {
          if (isEach || text.field.kind === texts) checkPart(text, checkText, context, add);
        }
      }
      if (checkDate) checkParts(view.dates, checkDate, context, add);
      if (checkTag) checkParts(view.tags, checkTag, context, add);
      if (checkEntry) checkParts(view.entries, checkEntry, context, add);
      if (check) for (const found of check(view, context)) add(found);
    },
  };
}

function checkParts<Part extends DraftPart, Facts>(
  parts: readonly Part[],
  check: Check<Part, Facts>,
  context: RuleContext,
  add: (found: Found<Facts>) => void,
): void {
  for (const part of parts) checkPart(part, check, context, add);
}

function checkPart<Part extends DraftPart, Facts>(
  part: Part,
  check: Check<Part, Facts>,
  context: RuleContext,
  add: (found: Found<Facts>) => void,
): void {
  const found = check(part, context);
  if (found) add({ path: part.path(), ...found });
}

/** The parts whose name an earlier one has, each with the place of the first. A part without a name has none in common. */
export function repeated<Part extends DraftPart>(
  parts: readonly Part[],
  nameOf: (part: Part) => string | undefined,
): readonly { readonly path: JsonPointer; readonly name: string; readonly firstPath: JsonPointer }[] {
  if (parts.length < 2) return [];
  const firsts = new Map<string, Part>();
  const found = [];
  for (const part of parts) {
    const name = nameOf(part);
    const first = name === undefined ? undefined : firsts.get(name);
    if (first && name !== undefined) found.push({ path: part.path(), name, firstPath: first.path() });
    else if (name !== undefined) firsts.set(name, part);
  }
  return found;
}
