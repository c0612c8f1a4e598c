import { rawAnswer } from '../proxy/raw-answer.ts';
import { variantsOf } from '../secrets.ts';
import { allDrivers, type Fault, patient } from './fault.ts';

/** A server may repeat what it received, the key included, in more than one writing. */
export const echo: Fault = {
  name: 'echo',
  summary: 'The answer repeats the key, in every place and writing: none of it may be shown.',
  drivers: allDrivers,
  share: 2,
  plan: ({ random }) => {
    const status = random.pick([201, 201, 400, 401, 404, 422, 429, 500, 200]);
    const form = random.pick(['JSON', 'JSON', 'page', 'text']);
    const isNo = status >= 400 && status < 500;
    return {
      detail: `${status} as ${form}`,
      ...(isNo ? { expectedClaim: 'no' } : status === 201 ? { expectedClaim: 'yes' } : {}),
      answerTimeout: patient,
      isAnswerAltered: true,
      async onCreate(exchange) {
        if (!isNo) await exchange.store();
        const header = exchange.request.headers.get('authorization') ?? '';
        const key = header.replace('Bearer ', '');
        const sentForms = [header, ...variantsOf(key).map(({ text }) => text), ...brokenFormsOf(key)];
        const all = sentForms.join(' | ');
        const entries = sentForms.map((text) => ({ code: text, message: `You sent ${text}.` }));
        const body = {
          JSON: JSON.stringify({
            id: 1,
            name: all,
            notes: header,
            tags: sentForms.map((name) => ({ name })),
            errors: entries,
            [all]: all,
          }),
          page: `<h1>${all}</h1>`,
          text: all,
        }[form];
        await exchange.answer(rawAnswer(status, body, { 'x-echo': header, 'retry-after': header }));
      },
    };
  },
};

/** A key that is cut, wrapped or spaced, as error pages and logs have it. */
function brokenFormsOf(key: string): readonly string[] {
  return [key.slice(0, Math.ceil(key.length * 0.9)), key.replaceAll(/.{7}/g, '$&\n    '), [...key].join(' ')];
}
