/** The names of files that keep customers. */
export const customerFileName: RegExp = /\.customers?\.jsonc?$/i;
