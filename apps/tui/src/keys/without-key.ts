type Environment = Readonly<Record<string, string | undefined>>;

/** The environment for a program that this one starts: it has no business with the key. */
export function withoutKey(environment: Environment): Record<string, string | undefined> {
  return { ...environment, HELPCRUNCH_API_KEY: undefined };
}
