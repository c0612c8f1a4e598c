/**
 * Notes what is wrong with a request.
 *
 * @param path where, in HelpCrunch's own writing: `email`, `tags[0].name`, `customData[2].value`.
 */
export type Report = (path: string, message: string) => void;
