import type { Fix } from './fixes/fix.ts';
import { fullAddress } from './fixes/full-address.ts';
import { knownLocale } from './fixes/known-locale.ts';
import { millisecondsToSeconds } from './fixes/milliseconds-to-seconds.ts';
import { mistypedEmail } from './fixes/mistyped-email.ts';
import { moveToCustomData } from './fixes/move-to-custom-data.ts';
import { nearColor } from './fixes/near-color.ts';
import { numberToText } from './fixes/number-to-text.ts';
import { removeDuplicateProperty } from './fixes/remove-duplicate-property.ts';
import { removeDuplicateTag } from './fixes/remove-duplicate-tag.ts';
import { removeNameless } from './fixes/remove-nameless.ts';
import { removeReadOnlyField } from './fixes/remove-read-only-field.ts';
import { renameField } from './fixes/rename-field.ts';
import { tagFromText } from './fixes/tag-from-text.ts';
import { tagsInList } from './fixes/tags-in-list.ts';
import { takeKeyOut } from './fixes/take-key-out.ts';
import { unwrapList } from './fixes/unwrap-list.ts';
import { wholeSeconds } from './fixes/whole-seconds.ts';
import { zoneUtc } from './fixes/zone-utc.ts';

/** Every way to put a finding right. */
export const fixes: readonly Fix[] = [
  numberToText,
  millisecondsToSeconds,
  wholeSeconds,
  zoneUtc,
  knownLocale,
  renameField,
  moveToCustomData,
  removeReadOnlyField,
  removeDuplicateTag,
  removeDuplicateProperty,
  removeNameless,
  nearColor,
  fullAddress,
  mistypedEmail,
  takeKeyOut,
  unwrapList,
  tagFromText,
  tagsInList,
];
