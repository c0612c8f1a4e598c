/** A customer with every kind of value. What tells it apart is for the scenario to choose: see `Group`. */
export function customerWith({ name = 'Ada Lovelace', email = 'ada@example.com', userId = '1815' }): string {
  return `{
  "name": "${name}",
  "email": "${email}",
  "userId": "${userId}",
  "tags": [{ "name": "vip", "color": "#ff0000" }],
  "customData": { "plan": "pro" }
}
`;
}

export const list = `[
  { "name": "Ada Lovelace", "email": "ada@example.com" },
  { "name": "Charles Babbage", "email": "charles@example.com" }
]
`;
