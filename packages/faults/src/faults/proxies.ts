import { type RawAnswer, rawAnswer } from '../proxy/http.ts';
import { type Fault, mostlyCore, patient } from './fault.ts';

export const redirect: Fault = {
  name: 'redirect',
  summary: 'A redirect, to this host or to another: it must not be followed, and the key must not leave.',
  drivers: mostlyCore,
  share: 2,
  plan: ({ random }) => {
    const status = random.pick([300, 301, 302, 303, 305, 307, 308]);
    const target = random.pick([
      'another host',
      'this host',
      'a relative path',
      'itself',
      'nowhere',
      'no URL',
    ]);
    const isStored = random.percent(50);
    const isForAll = random.percent(30);
    return {
      detail: `${status} to ${target}, ${isStored ? 'stored' : 'nothing stored'}${isForAll ? ', lookup too' : ''}`,
      answerTimeout: patient,
      async onCreate(exchange) {
        if (isStored) await exchange.store();
        await exchange.answer(redirecting(status, target, exchange));
      },
      ...(isForAll ? { onSearch: (exchange) => exchange.answer(redirecting(status, target, exchange)) } : {}),
    };
  },
};

function redirecting(
  status: number,
  target: string,
  { otherHost, here }: { otherHost: string; here: string },
) {
  const places: Readonly<Record<string, string>> = {
    'another host': `${otherHost}/customers`,
    'this host': `${here}/customers/moved`,
    'a relative path': '/v1/moved',
    itself: `${here}/customers`,
    'no URL': 'http://[',
  };
  const location = places[target];
  return rawAnswer(status, '', location === undefined ? {} : { location });
}

const page =
  '<!DOCTYPE html>\n<html><head><title>Gateway</title></head><body><h1>Something happened</h1></body></html>';

/** A page instead of JSON. A status that is a definite no comes only where nothing was stored. */
export const html: Fault = {
  name: 'html',
  summary: 'A proxy answers with a page, under one status or another.',
  drivers: mostlyCore,
  plan: ({ random }) => {
    const status = random.pick([200, 201, 201, 400, 403, 404, 429, 500, 502, 503, 504]);
    const isNo = status >= 400 && status < 500;
    const isStored = status === 201 || (!isNo && random.percent(50));
    return {
      detail: `${status}, ${isStored ? 'stored' : 'nothing stored'}`,
      ...(isNo ? { expectedClaim: 'no' } : status === 201 ? { expectedClaim: 'yes' } : {}),
      answerTimeout: patient,
      isAnswerAltered: true,
      async onCreate(exchange) {
        if (isStored) await exchange.store();
        await exchange.answer(rawAnswer(status, page, { 'content-type': 'text/html; charset=utf-8' }));
      },
    };
  },
};

const invalidRequest = { code: 'invalid_request', message: 'Invalid request' };

function errors(status: number, code: string, message = ''): RawAnswer {
  return rawAnswer(status, JSON.stringify({ errors: [invalidRequest, { code, message }] }));
}

const refusalPage = '<!DOCTYPE html><html><body><h1>Error</h1></body></html>';
const htmlType = { 'content-type': 'text/html' };

/** How servers and proxies say that something exists already, or just refuse what they have carried out before. */
const refusals: readonly [readonly [string, RawAnswer], ...(readonly [string, RawAnswer])[]] = [
  ['400 invalid_userId_value', errors(400, 'invalid_userId_value')],
  ['400 invalid_userId_value alone', rawAnswer(400, '{"errors": [{"code": "invalid_userId_value"}]}')],
  ['400 user_id_taken', errors(400, 'user_id_taken')],
  ['400 user_id', errors(400, 'user_id', 'This value is already used.')],
  ['400 userId', errors(400, 'userId', 'This value is already used.')],
  ['400 customer', errors(400, 'customer', 'This customer already exists.')],
  ['400 email', errors(400, 'email', 'This value is already used.')],
  ['422 entity_already_exists', errors(422, 'entity_already_exists')],
  ['409', errors(409, 'conflict')],
  ['409, empty', rawAnswer(409)],
  ['412', errors(412, 'precondition_failed')],
  ['400, empty', rawAnswer(400)],
  ['400, errors null', rawAnswer(400, '{"errors": null}')],
  ['400 as a page', rawAnswer(400, refusalPage, htmlType)],
  ['409 as a page', rawAnswer(409, refusalPage, htmlType)],
  ['500 as a page', rawAnswer(500, refusalPage, htmlType)],
];

/** No client can stop a proxy from repeating a POST; what it claims afterwards has to be true. */
export const repeatingProxy: Fault = {
  name: 'repeating-proxy',
  summary:
    'The proxy passes our create on twice, or once, and answers with the first answer, the second, none, or a refusal in any wording.',
  drivers: mostlyCore,
  share: 4,
  plan: ({ random }) => {
    const isRefused = random.percent(75);
    const [wording, refusal] = random.pick(refusals);
    const which = random.pick(['the first', 'the second', 'the second', 'none', 'a 502']);
    const isRepeated = !isRefused || random.percent(70);
    const isHidden = random.percent(20);
    const failing = isRefused && random.percent(20) ? random.pick(['before', 'after', 'both']) : undefined;
    return {
      detail: [
        isRepeated ? 'twice' : 'once',
        `answers with ${isRefused ? wording : which}`,
        ...(isHidden ? ['the search does not show it'] : []),
        ...(failing ? [`searches fail ${failing}`] : []),
      ].join('; '),
      answerTimeout: patient,
      isAnswerAltered: true,
      ...(isHidden ? { lag: { ours: Number.POSITIVE_INFINITY, strangers: 0 } } : {}),
      async onCreate(exchange) {
        const first = await exchange.store();
        const second = isRepeated ? await exchange.repeat() : first;
        if (isRefused) await exchange.answer(refusal);
        else if (which === 'none') exchange.connection.reset();
        else if (which === 'a 502') await exchange.answer(rawAnswer(502, ''));
        else await exchange.answer(which === 'the first' ? first : second);
      },
      ...(failing
        ? {
            onSearch: async (exchange, when) =>
              exchange.answer(
                failing === 'both' || failing === when ? rawAnswer(500, '{}') : await exchange.store(),
              ),
          }
        : {}),
    };
  },
};
