// The least of a form in Ink: a title, a line to type into, a hint.
import { Box, render, Text } from 'ink';
import TextInput from 'ink-text-input';
import { createElement, useState } from 'react';

function Form() {
  const [value, setValue] = useState('');
  return createElement(
    Box,
    { flexDirection: 'column' },
    createElement(Text, { bold: true }, 'Name'),
    createElement(TextInput, { value, onChange: setValue, placeholder: 'e.g. Ada Lovelace' }),
    createElement(Text, { dimColor: true }, 'Enter next'),
  );
}

render(createElement(Form), { incrementalRendering: true, maxFps: 1000 });
