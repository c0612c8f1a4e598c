/** What `$schema` says in a file of customers that is not named like one. */
export const schemaId = 'helpcrunch://schemas/customer.json';
