import { rawAnswer } from '../proxy/raw-answer.ts';
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
