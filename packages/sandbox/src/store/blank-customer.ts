import type { StoredCustomer } from './stored-customer.ts';

/** A customer nothing is known of. That location and device are objects of nulls is our choice. */
export const blankCustomer: Omit<StoredCustomer, 'id'> = {
  name: null,
  email: null,
  userId: null,
  company: null,
  phone: null,
  firstSeen: null,
  lastSeen: null,
  location: { regionCode: null, countryCode: null, city: null },
  device: { id: null, ip: null, timezone: null, platform: null, userAgent: null },
  unsubscribed: false,
  blocked: false,
  source: null,
  referer: null,
  lastPage: null,
  locale: null,
  createdFrom: null,
  integrationId: null,
  notes: null,
  tags: [],
  customData: {},
};
