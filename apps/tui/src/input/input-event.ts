/**
 * One thing a person did: typed text, pasted text, or pressed a key that is no text. `name` is the chord as people
 * write it: `enter`, `shift+tab`, `ctrl+a`, `alt+b`.
 */
export type InputEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'key'; readonly name: string };
