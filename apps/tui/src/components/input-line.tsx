import { Box, Text } from 'ink';
import TextInput from 'ink-text-input';
import { prompt } from '../view/line-view.ts';
import type { InputView } from '../view/view.ts';

const ignore = () => {};

/** Draws the line; the editing is done elsewhere, so the drawing never has the focus. */
export function InputLine({ input }: { readonly input: InputView }) {
  return (
    <Box>
      <Text>{prompt}</Text>
      <TextInput value={input.text} placeholder={input.placeholder} focus={false} onChange={ignore} />
    </Box>
  );
}
