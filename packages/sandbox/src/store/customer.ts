/** What a custom attribute can hold. Objects and lists are refused. Source: documented. */
export type CustomValue = string | number | boolean;

export interface StoredTag {
  readonly name: string;
  /** A CSS color; `#c377e0` when none was given. */
  readonly color: string;
}

/** Where the customer was last seen. HelpCrunch fills it from visits, so the API creates customers without it. */
export interface CustomerLocation {
  readonly regionCode: string | null;
  readonly countryCode: string | null;
  readonly city: string | null;
}

/** The customer's last device. Filled from visits too. */
export interface CustomerDevice {
  readonly id: number | null;
  readonly ip: string | null;
  readonly timezone: string | null;
  readonly platform: string | null;
  readonly userAgent: string | null;
}

/**
 * A customer as HelpCrunch stores and returns it.
 *
 * Dates are strings of UNIX seconds. Source: documented (customer model), nulls included.
 */
export interface StoredCustomer {
  readonly id: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly userId: string | null;
  readonly company: string | null;
  readonly phone: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly location: CustomerLocation;
  readonly device: CustomerDevice;
  readonly unsubscribed: boolean;
  readonly blocked: boolean;
  readonly source: string | null;
  readonly referer: string | null;
  readonly lastPage: string | null;
  readonly locale: string | null;
  readonly createdFrom: string | null;
  readonly integrationId: string | null;
  readonly notes: string | null;
  readonly tags: readonly StoredTag[];
  /** A date goes in as `"1603885746"` and comes back as the number `1603885746`. Source: documented. */
  readonly customData: Readonly<Record<string, CustomValue>>;
}

/** A customer to start with: fields left out are null, empty or false, and the id is the next free one. */
export type StoredCustomerInit = Partial<StoredCustomer>;

/** A customer without data. Objects of nulls for location and device are our choice. */
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
