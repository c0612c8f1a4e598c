import { Box, Static, Text, type TextProps, useCursor } from 'ink';
import TextInput from 'ink-text-input';
import { printable } from '../../terminal/printable.ts';
import type { HistoryLine } from '../../wizard/wizard-state.ts';
import { fit, prompt } from '../layout.ts';
import type { InputView, Tone, View, ViewLine } from '../view.ts';
import { cursorOf } from './frame.ts';

/** How each meaning looks; the words and marks carry it where there is no colour. */
const toneStyle: Readonly<Record<Tone, TextProps>> = {
  plain: {},
  strong: { bold: true },
  quiet: { dimColor: true },
  good: { color: 'green' },
  problem: { color: 'red' },
  advice: { color: 'yellow' },
};

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

/** Where this goes, always in sight: the account, then the question. */
function Header({ title, account }: Pick<View, 'title' | 'account'>) {
  return (
    <Text wrap="truncate">
      {account === 'sandbox' && <Text color="cyan">[sandbox] </Text>}
      {account === 'live' && (
        <Text color="red" bold>
          [live]{' '}
        </Text>
      )}
      <Text bold>{title}</Text>
    </Text>
  );
}

const marks: Readonly<Record<HistoryLine['mark'], { readonly sign: string; readonly style: TextProps }>> = {
  done: { sign: '✓', style: toneStyle.good },
  skipped: { sign: '–', style: toneStyle.quiet },
  problem: { sign: '✗', style: toneStyle.problem },
  advice: { sign: '!', style: toneStyle.advice },
  plain: { sign: ' ', style: toneStyle.plain },
};

/** Lines that have been said for good: written once, above the live part, and never again. */
function History({ lines }: { readonly lines: readonly HistoryLine[] }) {
  return (
    <Static items={[...lines]}>
      {({ mark, text }, index) => (
        <Text key={index}>
          <Text {...marks[mark].style}>{marks[mark].sign}</Text> {printable(text)}
        </Text>
      )}
    </Static>
  );
}

interface BodyLineProps {
  readonly line: ViewLine;
  /** `undefined` where there is nothing to choose. */
  readonly selected: boolean | undefined;
  readonly width: number;
}

/** One row, whatever its text: cut where it would wrap. */
function BodyLine({ line, selected, width }: BodyLineProps) {
  const pointer = selected === undefined ? '' : selected ? '❯ ' : '  ';
  const room = width - pointer.length - (line.swatch === undefined ? 0 : 3);
  return (
    <Text {...toneStyle[line.tone]} bold={selected === true || line.tone === 'strong'}>
      {pointer}
      {line.swatch !== undefined && <Text color={line.swatch}>██ </Text>}
      {fit(printable(line.text), room)}
    </Text>
  );
}

const ignore = () => {};

/** Draws the line; the editing is done elsewhere, so the drawing never has the focus. */
function InputLine({ input }: { readonly input: InputView }) {
  return (
    <Box>
      <Text>{prompt}</Text>
      <TextInput value={input.text} placeholder={input.placeholder} focus={false} onChange={ignore} />
    </Box>
  );
}

/** Sentences, a row each: `fitView` has laid them out. */
function Notes({ lines }: { readonly lines: readonly ViewLine[] }) {
  return lines.map(({ text, tone }, index) => (
    <Text key={index} {...toneStyle[tone]} wrap="truncate">
      {printable(text)}
    </Text>
  ));
}
