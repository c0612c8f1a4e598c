/** Where an extension keeps things: its secrets apart from everything else. */
export interface Storage {
  readonly secrets: {
    get(name: string): Promise<string | undefined>;
    store(name: string, secret: string): Promise<void>;
    delete(name: string): Promise<void>;
    onDidChange(): { dispose(): void };
  };
  readonly workspaceState: Memento;
  readonly globalState: Memento;
}

export interface Memento {
  keys(): readonly string[];
  get(name: string, standard?: unknown): unknown;
  update(name: string, value: unknown): Promise<void>;
}

export function createStorage(): Storage {
  const secrets = new Map<string, string>();
  return {
    secrets: {
      get: async (name) => secrets.get(name),
      store: async (name, secret) => void secrets.set(name, secret),
      delete: async (name) => void secrets.delete(name),
      onDidChange: () => ({ dispose() {} }),
    },
    workspaceState: createMemento(),
    globalState: createMemento(),
  };
}

/** The editor keeps JSON: what cannot be written that way does not come back. */
function createMemento(): Memento {
  const texts = new Map<string, string>();
  return {
    keys: () => [...texts.keys()],
    get(name, standard) {
      const text = texts.get(name);
      return text === undefined ? standard : JSON.parse(text);
    },
    async update(name, value) {
      if (value === undefined) texts.delete(name);
      else texts.set(name, JSON.stringify(value));
    },
  };
}
