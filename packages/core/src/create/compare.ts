import { readDate } from '../customer/dates.ts';
import type { CreateCustomerPayload, CustomerDraft, Tag } from '../customer/draft.ts';
import { customerField } from '../customer/fields.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonPointer,
  type JsonValue,
  toPointer,
} from '../customer/json.ts';
import { draftPaths } from '../customer/payload.ts';
import { isSameColor } from '../rules/css-color.ts';

/** A value that came back different from what was sent. */
export interface Change {
  readonly path: JsonPointer;
  readonly sent: JsonValue;
  readonly got: JsonValue;
}

/** What differs between a payload and an answer: paths of what is missing from the answer, and what was changed. */
export interface AnswerComparison {
  readonly dropped: readonly JsonPointer[];
  readonly changed: readonly Change[];
}

/** What was sent at a place, and what the answer has there, if anything. */
interface Pair {
  readonly path: JsonPointer;
  readonly sent: JsonValue;
  readonly got: JsonValue | undefined;
  readonly isSame: (sent: JsonValue, got: JsonValue) => boolean;
}

/**
 * Compares the answer to a create with what was sent. Known differences of form do not count: custom data comes back as
 * a map, or as `[]` when it is empty; dates come back as numbers, or as text (documented); a color may be written
 * differently. Paths point into the payload.
 */
export function compareAnswer(payload: CreateCustomerPayload, answer: JsonObject): AnswerComparison {
  const pairs = [
    ...fieldPairs(payload, answer),
    ...tagPairs(payload, answer),
    ...customDataPairs(payload, answer),
  ];
  const dropped = pairs.filter(({ got }) => got === undefined || got === null).map(({ path }) => path);
  const changed = pairs.flatMap(({ path, sent, got, isSame }) =>
    got === undefined || got === null || isSame(sent, got) ? [] : [{ path, sent, got }],
  );
  return { dropped, changed };
}

/** `compareAnswer`, with paths into what the person wrote. */
export function compareWithDraft(
  draft: CustomerDraft,
  payload: CreateCustomerPayload,
  answer: JsonObject,
): AnswerComparison {
  const { dropped, changed } = compareAnswer(payload, answer);
  const toDraft = draftPaths(draft);
  return {
    dropped: dropped.map(toDraft),
    changed: changed.map((change) => ({ ...change, path: toDraft(change.path) })),
  };
}

function fieldPairs({ tags, customData, ...fields }: CreateCustomerPayload, answer: JsonObject): Pair[] {
  return Object.entries(fields).map(([key, sent]) => ({
    path: toPointer([key]),
    sent,
    got: answer[key],
    isSame: customerField(key)?.kind === 'date' ? isSameMoment : isSameText,
  }));
}

function tagPairs({ tags = [] }: CreateCustomerPayload, answer: JsonObject): Pair[] {
  const listed = answer['tags'];
  const came = new Map<JsonValue | undefined, JsonObject>();
  // Of a tag that came twice the first.
  for (const tag of Array.isArray(listed) ? listed.toReversed() : []) {
    if (isJsonObject(tag)) came.set(tag['name'], tag);
  }
  return tags.flatMap((tag: Tag, index): Pair[] => {
    const path = toPointer(['tags', index]);
    const match = came.get(tag.name);
    if (!match) return [{ path, sent: { ...tag }, got: undefined, isSame: isSameText }];
    if (tag.color === undefined) return [];
    return [{ path: `${path}/color`, sent: tag.color, got: match['color'], isSame: isSameColorValue }];
  });
}

function customDataPairs({ customData = [] }: CreateCustomerPayload, answer: JsonObject): Pair[] {
  const came = toMap(answer['customData']);
  return customData.map(({ property, value }, index) => ({
    path: toPointer(['customData', index, 'value']),
    sent: value,
    got: came.get(property),
    isSame: isSameCustomValue,
  }));
}

/** Custom data as it may come: a map (documented now), the wire's list (older pages), or an empty list for no map. */
function toMap(customData: JsonValue | undefined): ReadonlyMap<string, JsonValue | undefined> {
  if (isJsonObject(customData)) return new Map(Object.entries(customData));
  if (!Array.isArray(customData)) return new Map();
  return new Map(
    customData.flatMap((entry: JsonValue) =>
      isJsonObject(entry) ? [[String(entry['property']), entry['value']]] : [],
    ),
  );
}

/** Digits may come back as a number: a date in custom data does (documented), an id might. */
function isSameText(sent: JsonValue, got: JsonValue): boolean {
  return sent === got || (typeof got === 'number' && sent === String(got));
}

/** A date among custom values goes in as digits, and may come back as older pages (documented) or webhooks write it. */
function isSameCustomValue(sent: JsonValue, got: JsonValue): boolean {
  if (isSameText(sent, got)) return true;
  const isDate = /^\d{9,10}$/.test(String(sent)) && /^(?:\d{4}-|\d{9,10}\.)/.test(String(got));
  return isDate && seconds(sent) === seconds(got);
}

function isSameMoment(sent: JsonValue, got: JsonValue): boolean {
  return isSameText(sent, got) || seconds(sent) === seconds(got);
}

function seconds(date: JsonValue): number {
  const reading = typeof date === 'string' || typeof date === 'number' ? readDate(date) : undefined;
  return reading?.kind === 'seconds' ? reading.seconds : Number.NaN;
}

function isSameColorValue(sent: JsonValue, got: JsonValue): boolean {
  return typeof sent === 'string' && typeof got === 'string' && isSameColor(sent, got);
}
