import { Box, Text, useCursor } from 'ink';
import { cursorOf } from '../view/frame.ts';
import type { View } from '../view/view.ts';
import { BodyLine } from './body-line.tsx';
import { Header } from './header.tsx';
import { History } from './history.tsx';
import { InputLine } from './input-line.tsx';
import { Notes } from './notes.tsx';

interface AppProps {
  readonly view: View;
  readonly width: number;
  /** Nothing lives any more: only what has been said stays. */
  readonly isLeft: boolean;
}

/** The whole screen: what has been said, then the few rows that live. */
export function App({ view, width, isLeft }: AppProps) {
  const { setCursorPosition } = useCursor();
  setCursorPosition(isLeft ? undefined : cursorOf(view));
  if (isLeft) return <History lines={view.history} />;
  return (
    <>
      <History lines={view.history} />
      <Box flexDirection="column" width={width}>
        <Header title={view.title} account={view.account} />
        <Notes lines={view.lead ?? []} />
        {view.body.map((line, index) => {
          const selected = view.selected === undefined ? undefined : view.selected === index;
          return <BodyLine key={index} line={line} selected={selected} width={width} />;
        })}
        {view.input && <InputLine input={view.input} />}
        <Notes lines={view.notes} />
        {view.keys !== '' && (
          <Text dimColor wrap="truncate">
            {view.keys}
          </Text>
        )}
      </Box>
    </>
  );
}
