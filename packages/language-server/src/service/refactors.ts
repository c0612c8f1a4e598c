import { addTagColor } from './refactors/add-tag-color.ts';
import { customDataToList } from './refactors/custom-data-to-list.ts';
import { customDataToMap } from './refactors/custom-data-to-map.ts';
import { dateToSeconds } from './refactors/date-to-seconds.ts';
import { lowerCaseDomain } from './refactors/lower-case-domain.ts';
import type { Refactor } from './refactors/refactor.ts';
import { secondsToDate } from './refactors/seconds-to-date.ts';
import { trimText } from './refactors/trim-text.ts';

/** Every other way to write what is right already. */
export const refactors: readonly Refactor[] = [
  dateToSeconds,
  secondsToDate,
  customDataToList,
  customDataToMap,
  addTagColor,
  trimText,
  lowerCaseDomain,
];
