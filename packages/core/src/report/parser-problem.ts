/** The parser's codes in words, to stand after "This is not JSON: ". */
const problems: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a word stands here that JSON does not know (text needs double quotes)',
  InvalidNumberFormat: 'this number is not written as JSON writes numbers',
  PropertyNameExpected: 'a key in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here, between key and value',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  InvalidCommentToken: 'a comment stands where none is read',
  EndOfFileExpected: 'more text follows after its end',
  UnexpectedEndOfComment: 'this comment is not closed',
  UnexpectedEndOfString: 'this text is not closed with a double quote',
  UnexpectedEndOfNumber: 'this number is not finished',
  InvalidUnicode: 'this \\u escape is not finished',
  InvalidEscapeCharacter: 'a backslash is followed by a character that JSON does not escape',
  InvalidCharacter: 'a control character stands here that has to be escaped',
};

export function parserProblem(code: string): string {
  return problems[code] ?? 'it cannot be read here';
}
