/** UNIX seconds as people read them, in UTC: `1603885746` → `2020-10-28 11:49:06 UTC`. */
export function dateText(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
