/** Fields that HelpCrunch answers with and "Create customer" does not document taking (documented). */
export const readOnlyFields: ReadonlySet<string> = new Set([
  'id',
  'lastSeen',
  'location',
  'device',
  'unsubscribed',
  'blocked',
  'referer',
  'lastPage',
]);
