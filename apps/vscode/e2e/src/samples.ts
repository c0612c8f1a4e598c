export const ada = `{
  "name": "Ada Lovelace",
  "email": "ada@example.com",
  "userId": "1815",
  "tags": [{ "name": "vip", "color": "#ff0000" }],
  "customData": { "plan": "pro" }
}
`;

export const list = `[
  { "name": "Ada Lovelace", "email": "ada@example.com" },
  { "name": "Charles Babbage", "email": "charles@example.com" }
]
`;
