const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?';
const day = '(?<day>\\d\\d?)(?:st|nd|rd|th)?';
const year = '(?<year>\\d{4})';

/**
 * The pattern of a date whose month is an English word: `4 March 2023`, `Mar 4, 2023 9:12 AM`, and what browsers, mail, and
 * logs write: `Sat, 04 Mar 2023 09:12:13 GMT`, `Sat Mar 04 2023 09:12:13 GMT+0200 (EET)`, `04/Mar/2023:09:12:13 +0000`. Day and month cannot be confused.
 * `time` and `zone` are the patterns of what may follow.
 */
export function namedMonthPatterns(time: string, zone: string): readonly RegExp[] {
  const rest = `(?:(?:(?:,| at)? |:)${time}${zone}(?: \\([^()]*\\))?)?`;
  return [`${day}[ /-]${monthName},?[ /-]${year}`, `${monthName} ${day},? ${year}`].map(
    (date) => new RegExp(`^${weekday}${date}${rest}$`, 'i'),
  );
}

/** The number of an English month, from `1`, as text. */
export function monthNumber(name: string): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}
