/** A file of code, with the files and packages that it imports. */
export interface SourceFile {
  /** Path from the repository's root, with slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
}

/** One import: of a file here, or of a package by its name. */
export type Import =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string };
