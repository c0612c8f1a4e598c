/**
 * What a date in a draft turned out to be. `zone` is `assumed` when the text named none and UTC was taken;
 * `fraction` is true when parts of a second are lost, since the wire carries whole seconds.
 */
export type DateReading =
  | {
      readonly kind: 'seconds';
      readonly seconds: number;
      readonly zone: 'given' | 'assumed';
      readonly fraction: boolean;
    }
  | { readonly kind: 'milliseconds'; readonly seconds: number }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unreadable' };

/** Seconds from here on (the year 5138) are taken for milliseconds, which pass it in 1973. */
const firstMillisecond = 100_000_000_000;
/** Past this, milliseconds would be beyond the year 5138 too: no date of a customer at all. */
const lastMillisecond = firstMillisecond * 1000;

const digits = /^-?\d+(?:\.\d+)?$/;
const isoDate =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d+))?)?)?(?: ?(?<zone>Z|[+-]\d\d(?::?\d\d)?))?$/i;

/**
 * Reads a date as a draft may hold it: a number or a string of digits is always UNIX seconds (documented form); other
 * text is ISO 8601, in UTC when it names no zone. Blanks around it do not count.
 */
export function readDate(date: string | number): DateReading {
  const text = String(date).trim();
  if (typeof date === 'number' ? Number.isFinite(date) : digits.test(text)) return readUnixTime(Number(text));
  const match = isoDate.exec(text);
  return match?.groups ? readIsoDate(match.groups) : { kind: 'unreadable' };
}

function readUnixTime(time: number): DateReading {
  if (time < 0 || time >= lastMillisecond) return { kind: 'impossible' };
  if (time >= firstMillisecond) return { kind: 'milliseconds', seconds: Math.floor(time / 1000) };
  return { kind: 'seconds', seconds: Math.floor(time), zone: 'given', fraction: !Number.isInteger(time) };
}

function readIsoDate(groups: Partial<Record<string, string>>): DateReading {
  const part = (name: string) => Number(groups[name] ?? 0);
  const [year, month, day] = [part('year'), part('month'), part('day')];
  const [hour, minute, second] = [part('hour'), part('minute'), part('second')];
  const civil = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // Date.UTC rolls 30 February over into March: a date exists when it reads back as it was written.
  const exists =
    civil.getUTCFullYear() === year && civil.getUTCMonth() === month - 1 && civil.getUTCDate() === day;
  const seconds = civil.getTime() / 1000 - zoneOffset(groups['zone'] ?? 'Z');
  // False for the NaN of an impossible zone too. What is past it would read as milliseconds once it is on the wire.
  const isInRange = seconds >= 0 && seconds < firstMillisecond;
  if (!exists || hour > 23 || minute > 59 || second > 59 || !isInRange) return { kind: 'impossible' };
  return {
    kind: 'seconds',
    seconds,
    zone: groups['zone'] === undefined ? 'assumed' : 'given',
    fraction: /[1-9]/.test(groups['fraction'] ?? ''),
  };
}

/** Seconds east of UTC: `Z` → 0, `+02:00`, `+0200` and `+02` → 7200, NaN for hours or minutes that no clock has. */
function zoneOffset(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', ''));
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}
