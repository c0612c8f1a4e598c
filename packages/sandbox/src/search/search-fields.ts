import type { StoredCustomer } from '../store/stored-customer.ts';

/** What a field holds decides which operators and values fit it. Source: documented. */
export type SearchField =
  | { readonly holds: 'text'; readonly read: (customer: StoredCustomer) => string | null }
  | { readonly holds: 'number'; readonly read: (customer: StoredCustomer) => number | null }
  | { readonly holds: 'tags'; readonly read: (customer: StoredCustomer) => readonly string[] };

/** The id a person has in a messenger. That `integrationId` holds it is a guess. */
const messengerId = (messenger: string): SearchField => ({
  holds: 'text',
  read: ({ createdFrom, integrationId }) => (createdFrom === messenger ? integrationId : null),
});

/** Everything a search can ask for. Source: documented, the messengers by the newest pages only. */
export const searchFields: ReadonlyMap<unknown, SearchField> = new Map<string, SearchField>([
  ['customers.id', { holds: 'number', read: ({ id }) => id }],
  ['customers.telegramId', messengerId('telegram')],
  ['customers.facebookId', messengerId('facebook')],
  ['customers.instagramId', messengerId('instagram')],
  ['customers.viberId', messengerId('viber')],
  ['customers.whatsappId', messengerId('whatsapp')],
  ['customers.name', { holds: 'text', read: ({ name }) => name }],
  ['customers.email', { holds: 'text', read: ({ email }) => email }],
  ['customers.company', { holds: 'text', read: ({ company }) => company }],
  ['customers.phone', { holds: 'text', read: ({ phone }) => phone }],
  ['customers.countryCode', { holds: 'text', read: ({ location }) => location.countryCode }],
  ['customers.city', { holds: 'text', read: ({ location }) => location.city }],
  ['customers.regionCode', { holds: 'text', read: ({ location }) => location.regionCode }],
  ['customers.tagsData', { holds: 'tags', read: ({ tags }) => tags.map(({ name }) => name) }],
  ['customers.lastSeen', { holds: 'number', read: ({ lastSeen }) => seconds(lastSeen) }],
  ['customers.userId', { holds: 'text', read: ({ userId }) => userId }],
]);

/** A date as a number, so that dates compare as dates. */
export function seconds(date: string | null): number | null {
  return date === null ? null : Number(date);
}
