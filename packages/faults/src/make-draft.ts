import type { Draft, DriverName } from './drivers/driver-name.ts';
import type { Random } from './random.ts';

/** A customer without errors; whatever goes wrong with it is the fault's doing. */
export function makeDraft(random: Random, driver: DriverName): Draft {
  const mark = random.word(8).toLowerCase();
  const texts = textFields(random, mark);
  // Only text is typed into the wizard.
  if (driver === 'wizard') return { name: `Ada ${mark}`, ...texts };
  return {
    ...texts,
    ...(Object.keys(texts).length === 0 || random.percent(70) ? { name: `Ada “${mark}” Ω🎈` } : {}),
    ...(random.percent(25) ? { firstSeen: String(random.int(1_000_000_000, 1_700_000_000)) } : {}),
    ...(random.percent(25) ? { source: `https://example.com/${mark}?a=b&c=d` } : {}),
    ...(random.percent(25) ? { locale: random.pick(['uk', 'en', 'pt', 'ja']) } : {}),
    ...(random.percent(30) ? { notes: `First connection\n"second" \\ ${mark}` } : {}),
    ...(random.percent(30) ? { tags: makeTags(random, mark) } : {}),
    ...(random.percent(30) ? { customData: makeCustomData(random, mark) } : {}),
  };
}

function textFields(random: Random, mark: string): Draft {
  return {
    ...(random.percent(70) ? { email: `ada.${mark}@example.com` } : {}),
    ...(random.percent(60) ? { userId: `u-${mark}` } : {}),
    ...(random.percent(40) ? { company: `Engines ${mark}` } : {}),
    ...(random.percent(30) ? { phone: `+3805${random.int(10_000_000, 99_999_999)}` } : {}),
  };
}

function makeTags(random: Random, mark: string) {
  return Array.from({ length: random.int(1, 3) }, (_, index) => ({
    name: `tag ${index} ${mark}`,
    ...(random.percent(50) ? { color: random.pick(['#ff0000', '#c377e0', '#00ff7f']) } : {}),
  }));
}

function makeCustomData(random: Random, mark: string) {
  return Array.from({ length: random.int(1, 3) }, (_, index) => ({
    property: `property-${index}`,
    value: random.pick<string | number | boolean>([mark, random.int(-1000, 1000), true, `${mark} & <more>`]),
  }));
}
