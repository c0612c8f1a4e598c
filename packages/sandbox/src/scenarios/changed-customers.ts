import { changeBody, changeCustomers, defineScenarios } from './scenario.ts';

/** The customer is stored or returned in another form than it was sent. */
export const changedCustomers = defineScenarios('Changed customers', [
  {
    name: 'attributes-dropped',
    title: 'Custom data dropped',
    summary: 'Creates without the custom data, as if its attributes were not registered.',
    basis: 'choice',
    appliesTo: 'create',
    respond: ({ body, proceed }) =>
      proceed(changeBody(body, (customer) => ({ ...customer, customData: [] }))),
  },
  {
    name: 'strings-changed',
    title: 'Name and company changed',
    summary: 'Creates with other text than was sent: name and company in capitals.',
    basis: 'choice',
    appliesTo: 'create',
    respond: ({ body, proceed }) =>
      proceed(
        changeBody(body, (customer) => ({
          ...customer,
          name: toUpperCase(customer['name']),
          company: toUpperCase(customer['company']),
        })),
      ),
  },
  {
    name: 'empty-map-as-list',
    title: 'Empty custom data as a list',
    summary: 'Empty custom data comes back as [], as PHP writes an empty map.',
    basis: 'choice',
    appliesTo: 'everything',
    respond: async ({ proceed }) =>
      changeCustomers(await proceed(), (customer) =>
        Object.keys(customer.customData).length === 0 ? { ...customer, customData: [] } : customer,
      ),
  },
  {
    name: 'list-custom-data',
    title: 'Custom data as a list',
    summary: 'Custom data comes back as the list it was sent as.',
    basis: 'documented',
    appliesTo: 'everything',
    respond: async ({ proceed }) =>
      changeCustomers(await proceed(), (customer) => ({
        ...customer,
        customData: Object.entries(customer.customData).map(([property, value]) => ({ property, value })),
      })),
  },
  {
    name: 'old-dates',
    title: 'Dates as date and time',
    summary: 'Dates come back as "2017-07-24 14:30:00".',
    basis: 'documented',
    appliesTo: 'everything',
    respond: async ({ proceed }) => changeDates(await proceed(), toDateTime),
  },
  {
    name: 'numeric-dates',
    title: 'Dates as numbers',
    summary: 'Dates come back as numbers of seconds, as the older pages show.',
    basis: 'documented',
    appliesTo: 'everything',
    respond: async ({ proceed }) => changeDates(await proceed(), Number),
  },
  {
    name: 'fractional-dates',
    title: 'Dates with milliseconds',
    summary: 'Dates come back with milliseconds, "1607542030.713", as webhooks write them.',
    basis: 'choice',
    appliesTo: 'everything',
    respond: async ({ proceed }) => changeDates(await proceed(), (seconds) => `${seconds}.713`),
  },
  {
    name: 'sparse-answer',
    title: 'Missing and unknown fields',
    summary: 'Customers come back without a device, with null for a location, and with an unknown field.',
    basis: 'choice',
    appliesTo: 'everything',
    respond: async ({ proceed }) =>
      changeCustomers(await proceed(), ({ device: _device, ...customer }) => ({
        ...customer,
        location: null,
        loyalty: { level: 3 },
      })),
  },
]);

function toUpperCase(value: unknown): unknown {
  return typeof value === 'string' ? value.toUpperCase() : value;
}

/** Writes the dates of every customer of a response in another form. @param write gets a string of UNIX seconds */
function changeDates(response: Response, write: (seconds: string) => string | number): Promise<Response> {
  return changeCustomers(response, (customer) => ({
    ...customer,
    firstSeen: customer.firstSeen === null ? null : write(customer.firstSeen),
    lastSeen: customer.lastSeen === null ? null : write(customer.lastSeen),
  }));
}

/** In UTC; the time zone of the old pages is not known. Digits beyond the calendar stay as they are. */
function toDateTime(seconds: string): string {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? seconds : date.toISOString().slice(0, 19).replace('T', ' ');
}
