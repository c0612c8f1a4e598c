import { allDrivers, type Fault, patient } from './fault.ts';

/** Nothing is wrong: what every other kind is compared with. */
export const none: Fault = {
  name: 'none',
  summary: 'Nothing is wrong.',
  drivers: allDrivers,
  share: 2,
  plan: ({ random }) => {
    const tls = random.percent(20);
    return {
      detail: tls ? 'over TLS' : 'plain',
      expectedClaim: 'yes',
      answerTimeout: patient,
      ...(tls ? { tls: 'good' } : {}),
    };
  },
};

export const refused: Fault = {
  name: 'refused',
  summary: 'The port is closed.',
  drivers: allDrivers,
  plan: () => ({
    detail: 'a closed port',
    expectedClaim: 'no',
    address: 'closed-port',
    answerTimeout: patient,
  }),
};
