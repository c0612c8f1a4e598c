import { type RawAnswer, rawAnswer } from '../proxy/raw-answer.ts';
import { type Fault, mostlyCore, patient } from './fault.ts';

const invalidRequest = { code: 'invalid_request', message: 'Invalid request' };

function errors(status: number, code: string, message = ''): RawAnswer {
  return rawAnswer(status, JSON.stringify({ errors: [invalidRequest, { code, message }] }));
}

const page = '<!DOCTYPE html><html><body><h1>Error</h1></body></html>';
const html = { 'content-type': 'text/html' };

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
  ['400 as a page', rawAnswer(400, page, html)],
  ['409 as a page', rawAnswer(409, page, html)],
  ['500 as a page', rawAnswer(500, page, html)],
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
