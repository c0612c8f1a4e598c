const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?';
const day = '(?<day>\\d\\d?)';
const year = '(?<year>\\d{4})';
const time =
  '(?<hour>\\d\\d?):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d+))?)?(?: ?(?<half>[AP]\\.?M\\b\\.?))?';
/** Its name may follow, as Java writes it: `+03:00[Europe/Kyiv]`. */
const zone = '(?: ?(?<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\\d\\d(?::?\\d\\d)?)(?:\\[[\\w/+-]{1,40}\\])?)?';

export const isoDate = new RegExp(
  `^${year}(?<mark>[./-])(?<month>\\d\\d?)\\k<mark>${day}(?:(?:T|,? |,? at )${time}${zone})?$`,
  'i',
);

export const compactDate =
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:[T ](?<hour>\d\d)(?<minute>\d\d)(?:(?<second>\d\d)(?:[.,](?<fraction>\d+))?)?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

export const dayAndMonth = new RegExp(
  `^(?<one>\\d\\d?)(?<mark>[./-])(?<other>\\d\\d?)\\k<mark>${year}(?:(?:,? |,? at )${time}${zone})?$`,
  'i',
);

/** A year of two digits, at either end, with the time as it is. */
export const shortYear = /^(\d\d?)([./-])(\d\d?)\2(\d\d?)((?:,? | at )\d\d?:\d\d\S*(?: ?[AP]M)?)?$/i;

/** Milliseconds as .NET writes them in JSON. */
export const dotNetDate = /^\\?\/Date\((\d{1,15})(?:[+-]\d{4})?\)\\?\/$/;

const rest = `(?:(?:(?:,| at)? |:)${time}${zone}(?: \\([^()]*\\))?)?`;
/**
 * A date whose month is an English word: `4 March 2023`, `Mar 4, 2023 9:12 AM`, and what browsers, mail, logs, and `date`
 * write: `Sat, 04 Mar 2023 09:12:13 GMT`, `Sat Mar 04 2023 09:12:13 GMT+0200 (EET)`, `04/Mar/2023:09:12:13 +0000`,
 * `Sat Mar 4 09:12:13 UTC 2023`. Day and month cannot be confused.
 */
export const namedMonth: readonly RegExp[] = [
  `${day}(?:st|nd|rd|th)?[ /-]${monthName},?[ /-]${year}${rest}`,
  `${monthName} ${day}(?:st|nd|rd|th)?,? ${year}${rest}`,
  `${monthName} ${day} ${time}${zone} ${year}`,
  `${monthName} ${day} ${time} ${year}${zone}`,
].map((date) => new RegExp(`^${weekday}${date}$`, 'i'));

/** The number of an English month, from `1`, as text. */
export function monthNumber(name: string): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** No date is longer. */
export const maxDateLength = 90;

/**
 * A date in plain ASCII, where that says the same: dashes of word processors, the narrow space that browsers write before
 * AM, digits of full width, `2024年5月1日`, `2024. 5. 1.` as in Korea and Hungary, and `20240501143000Z` of directories.
 */
export function plainDate(written: string): string {
  const text = written.trim();
  if (/^[\w:+-]*$/.test(text) || text.length > maxDateLength) {
    return text.replace(/^(\d{8})(\d{6}(?:\.\d+)?)(?=Z$|[+-]\d{4}$)/i, '$1T$2');
  }
  return text
    .normalize('NFKC')
    .replaceAll(/[\u2010-\u2014\u2212]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^(\d{8})(\d{6}\.\d+)(?=Z$|[+-]\d{4}$)/i, '$1T$2')
    .replace(/^(\d{4}) ?[年년] ?(\d\d?) ?[月월] ?(\d\d?) ?[日일]/, '$1-$2-$3')
    .replace(/^(\d{4})\. ?(\d\d?)\. ?(\d\d?)\.?(?= |$)/, '$1.$2.$3')
    .replace(/^(\d\d?)\. (\d\d?)\. (\d{4})(?=,? |$)/, '$1.$2.$3');
}
