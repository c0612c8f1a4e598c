import { makeApiKey } from '@helpcrunch-customer-kit/testing/api-keys';
import { type FuzzTarget, holds } from '@helpcrunch-customer-kit/testing/fuzz-target';
import { ApiKey } from '../../src/api/api-key.ts';
import { readBaseUrl } from '../../src/api/connection.ts';
import { createRedactor } from '../../src/api/redactor.ts';
import { readDate } from '../../src/customer/dates.ts';
import { oneLine, quote } from '../../src/customer/format.ts';
import { containsKeyLikeText, hideKeys } from '../../src/customer/key-like-text.ts';
import { suggestField } from '../../src/reading/suggest-field.ts';
import { cssColorToHex, isSameColor, suggestCssColor } from '../../src/rules/css-color.ts';
import { isExactNumber } from '../../src/rules/custom-data-rules.ts';
import { isPlausibleEmail, suggestEmail } from '../../src/rules/email-rules.ts';
import { suggestLocale } from '../../src/rules/locale-rules.ts';
import { arbitraries } from '../arbitrary.ts';

const key = `CANARY${makeApiKey(3)}`.slice(0, 328);
const short = 'CANARY-sandbox-key-0123456789';

const hiding: FuzzTarget = {
  name: 'a key in any text → hidden, whole and in parts',
  property(fc) {
    const { text } = arbitraries(fc);
    const held = fc.constantFrom(
      key,
      `Bearer ${short}`,
      `bearer <${short}>`,
      `${key}=`,
      `"${key}"`,
      key.replaceAll('/', '\\/'),
      encodeURIComponent(key),
    );
    return fc.property(fc.array(fc.oneof(text, held), { maxLength: 6 }), (parts) => {
      const whole = parts.join('');
      const hidden = hideKeys(whole);
      holds(!containsKeyLikeText(hidden), 'still looks like a key:', hidden);
      holds(hideKeys(hidden) === hidden, 'hidden twice is another text:', hidden);
      const known = createRedactor([key, short]).hide(whole);
      const shown = [known, oneLine(known, 40), quote(known), quote(whole.replaceAll(short, key))];
      holds(!shown.some((one) => one.includes('CANARY')), 'the key is seen:', shown);
    });
  },
};

const words: FuzzTarget = {
  name: 'any text → dates, colors, addresses, languages, numbers, keys, URLs',
  property(fc) {
    const { text } = arbitraries(fc);
    const near = fc.constantFrom(
      'red',
      '#12',
      'rgb(',
      'color(',
      '2020-02-30T25:61Z',
      'a@b',
      'pt-',
      '1e',
      '-0',
      'https://',
      'x@gmial.com',
      'Bearer <',
      '--',
    );
    return fc.property(fc.array(fc.oneof(text, near), { maxLength: 4 }), (parts) => {
      const written = parts.join('');
      const date = readDate(written);
      if (date.kind === 'seconds')
        holds(readDate(String(date.seconds)).kind === 'seconds', 'no second reading:', written);
      const hex = cssColorToHex(written);
      if (hex !== undefined) holds(isSameColor(hex, written), 'another color:', written, hex);
      const color = suggestCssColor(written);
      holds(color === undefined || cssColorToHex(color) !== undefined, 'suggests no color:', written, color);
      const email = isPlausibleEmail(written) ? suggestEmail(written) : undefined;
      holds(email === undefined || isPlausibleEmail(email), 'suggests no address:', written, email);
      const url = readBaseUrl(written);
      if (url.ok) holds(readBaseUrl(url.url).ok, 'a base URL that is none:', written);
      const pasted = ApiKey.read(written);
      if (pasted.ok) holds(new Headers({ a: pasted.key.reveal() }).has('a'), 'no header:', written);
      void [isExactNumber(written), suggestLocale(written), suggestField(written)];
    });
  },
};

export const textTargets = [hiding, words];
