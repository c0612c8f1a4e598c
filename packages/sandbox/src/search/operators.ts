/** How a customer's text is compared with the one asked for. Which of these heed capitals is our choice. */
export const textOperators: ReadonlyMap<unknown, (held: string | null, asked: string) => boolean> = new Map([
  ['=', (held: string | null, asked: string) => held === asked],
  ['!=', (held: string | null, asked: string) => held !== asked],
  ['~', contains],
  ['!~', (held: string | null, asked: string) => !contains(held, asked)],
]);

/** Numbers and dates. What a customer does not have is only ever unequal: our choice. */
export const numberOperators: ReadonlyMap<unknown, (held: number | null, asked: number) => boolean> = new Map(
  [
    ['=', (held: number | null, asked: number) => held === asked],
    ['!=', (held: number | null, asked: number) => held !== asked],
    ['>', (held: number | null, asked: number) => held !== null && held > asked],
    ['<', (held: number | null, asked: number) => held !== null && held < asked],
    ['>=', (held: number | null, asked: number) => held !== null && held >= asked],
    ['<=', (held: number | null, asked: number) => held !== null && held <= asked],
  ],
);

/** Of lists only `=` is documented: the customer has all the tags asked for. */
export const tagOperators: ReadonlyMap<
  unknown,
  (held: readonly string[], asked: readonly string[]) => boolean
> = new Map([
  ['=', (held: readonly string[], asked: readonly string[]) => asked.every((name) => held.includes(name))],
]);

function contains(held: string | null, asked: string): boolean {
  return held?.toLowerCase().includes(asked.toLowerCase()) ?? false;
}
