import type { Draft } from '../drivers/driver-name.ts';
import { type Fault, mostlyCore, patient } from './fault.ts';

/**
 * Another program creates a customer like ours that differs in something that was sent, or has something more. Customers
 * that are equal in every field are the business of `lagging-index`.
 */
const likenesses: readonly [
  readonly [string, (ours: Draft) => Draft],
  ...(readonly [string, (ours: Draft) => Draft])[],
] = [
  ['only the address', ({ email, userId }) => ({ email, userId })],
  ['another name', (ours) => ({ ...ours, name: 'Another Customer' })],
  [
    'one field less',
    (ours) =>
      Object.fromEntries(
        Object.entries(ours).filter(([key], index) => index > 0 || key === 'email' || key === 'userId'),
      ),
  ],
  [
    'one field more',
    (ours) => ({
      ...ours,
      company: ours['company'] === undefined ? 'OtherHost Ltd' : undefined,
      createdFrom: 'telegram',
    }),
  ],
  ['other custom data', (ours) => ({ ...ours, customData: [{ property: 'by', value: 'stranger' }] })],
  ['another tag', (ours) => ({ ...ours, tags: [{ name: 'theirs' }] })],
];

export const strangers: Fault = {
  name: 'stranger',
  summary:
    'Another program creates a customer like ours between the duplicate check and the create, or right after it; the answer may be lost.',
  drivers: mostlyCore,
  share: 3,
  plan: ({ random, customer }) => {
    const [likeness, change] = random.pick(likenesses);
    const isFirst = random.percent(50);
    const isStored = random.percent(50);
    const isLost = random.percent(75);
    const hasUserId = random.percent(50);
    const theirs = change(customer);
    const { userId, ...withoutId } = theirs;
    const stranger = hasUserId ? theirs : withoutId;
    const isOther = JSON.stringify(stranger) !== JSON.stringify(customer);
    return {
      detail: [
        `${likeness}${hasUserId ? '' : ', without the userId'}`,
        isFirst ? 'before the create' : 'after it',
        `${isStored ? 'stored' : 'nothing stored'} and ${isLost ? 'lost' : 'answered'}`,
      ].join('; '),
      answerTimeout: patient,
      async onCreate(exchange) {
        if (isFirst && isOther) await exchange.stranger(stranger);
        const answer = isStored || !isLost ? await exchange.store() : undefined;
        if (!isFirst && isOther) await exchange.stranger(stranger);
        if (answer && !isLost) await exchange.answer(answer);
        else exchange.connection.reset();
      },
    };
  },
};
