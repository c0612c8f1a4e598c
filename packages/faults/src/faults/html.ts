import { rawAnswer } from '../proxy/raw-answer.ts';
import { type Fault, mostlyCore, patient } from './fault.ts';

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
