import { Box, Static, Text, type TextProps, useCursor } from 'ink';
import TextInput from 'ink-text-input';
import { printable } from '../../text/printable.ts';
import type { HistoryLine } from '../../wizard/wizard-state.ts';
import { fit, prompt, wrap } from '../layout.ts';
import {
  columnsBefore,
  gutterWidth,
  type InputView,
  labelCell,
  type Tone,
  type View,
  type ViewLine,
} from '../view.ts';
import { cursorOf, headerOf } from './frame.ts';

/** How each meaning looks. Without color, text and marks carry it. */
const toneStyle: Readonly<Record<Tone, TextProps>> = {
  plain: {},
  strong: { bold: true },
  quiet: { dimColor: true },
  good: { color: 'green' },
  error: { color: 'red' },
  advice: { color: 'yellow' },
};

interface AppProps {
  readonly view: View;
  readonly width: number;
  /** Nothing lives any more: only what has been printed stays. */
  readonly isLeft: boolean;
}

/** The whole screen: what has been printed, then the few rows that live. */
export function App({ view, width, isLeft }: AppProps) {
  const { setCursorPosition } = useCursor();
  setCursorPosition(isLeft ? undefined : cursorOf(view));
  const history = <History lines={view.history} width={width} />;
  if (isLeft) return history;
  return (
    <>
      {history}
      <Box flexDirection="column" width={width} marginTop={view.hasGap ? 1 : 0}>
        <Header {...headerOf(view, width)} />
        <Notes lines={view.lead ?? []} />
        {view.body.map((line, index) => {
          const selected = view.selected === undefined ? undefined : view.selected === index;
          return <BodyLine key={index} line={line} selected={selected} width={width} />;
        })}
        {view.input && <InputLine input={view.input} />}
        <Notes lines={view.notes} />
        {view.keys !== '' && (
          <Text dimColor wrap="truncate">
            └ {view.keys}
          </Text>
        )}
      </Box>
    </>
  );
}

/** The question, and where this goes, always in sight. */
function Header({ title, space, aside, account }: ReturnType<typeof headerOf>) {
  return (
    <Text>
      <Text color="cyan">◆ </Text>
      <Text bold>{title}</Text>
      {space}
      <Text dimColor>{aside}</Text>
      <Text {...(account === 'live' ? { color: 'red', bold: true } : { dimColor: true })}>{account}</Text>
    </Text>
  );
}

function Gutter() {
  return <Text dimColor>│ </Text>;
}

const marks: Readonly<Record<HistoryLine['mark'], { readonly sign: string; readonly style: TextProps }>> = {
  done: { sign: '✓', style: toneStyle.good },
  error: { sign: '✗', style: toneStyle.error },
  advice: { sign: '!', style: toneStyle.advice },
  plain: { sign: ' ', style: toneStyle.plain },
};

/** Lines that have been printed for good: written once, above the live part, and never again. */
function History({ lines, width }: { readonly lines: readonly HistoryLine[]; readonly width: number }) {
  return (
    <Static items={[...lines]}>
      {(line, index) => <HistoryRow key={index} line={line} width={width} />}
    </Static>
  );
}

/** A row of the record, its label in a column of its own; or a sentence behind its mark. */
function HistoryRow({ line, width }: { readonly line: HistoryLine; readonly width: number }) {
  const { sign, style } = marks[line.mark];
  if (line.label === undefined) {
    return (
      <Text>
        <Text {...style}>{sign}</Text> {wrap(printable(line.text), width - 2).join('\n  ')}
      </Text>
    );
  }
  const label = `  ${labelCell(printable(line.label), width)}`;
  const mark = line.mark === 'advice' ? `${sign} ` : '';
  const margin = label.length + mark.length;
  return (
    <Text>
      <Text dimColor>{label}</Text>
      <Text {...style}>{mark}</Text>
      {wrap(printable(line.text), width - margin).join(`\n${' '.repeat(margin)}`)}
    </Text>
  );
}

/** Without colors a swatch would say nothing. Ink asks the same variable. */
const hasColor = process.env['FORCE_COLOR'] !== '0';

interface BodyLineProps {
  readonly line: ViewLine;
  /** `undefined` where there is nothing to choose. */
  readonly selected: boolean | undefined;
  readonly width: number;
}

/** On a light background yellow text is hard to read: of advice, only the mark is yellow. */
function Toned({ text, tone }: Pick<ViewLine, 'text' | 'tone'>) {
  if (tone !== 'advice') return <Text {...toneStyle[tone]}>{text}</Text>;
  return (
    <Text>
      <Text {...toneStyle.advice}>{text.slice(0, 1)}</Text>
      {text.slice(1)}
    </Text>
  );
}

/** One row, whatever its text: cut where it would wrap. */
function BodyLine({ line, selected, width }: BodyLineProps) {
  const pointer = selected === undefined || line.text === '' ? '' : selected ? '❯ ' : '  ';
  const room = width - gutterWidth - pointer.length - columnsBefore(line);
  return (
    <Text>
      <Gutter />
      <Text bold={selected === true || line.tone === 'strong'}>
        <Text {...(selected ? { color: 'cyan' } : {})}>{pointer}</Text>
        {line.number}
        {line.swatch === '' && '   '}
        {line.swatch && (hasColor ? <Text color={line.swatch}>██ </Text> : '   ')}
        <Toned text={fit(printable(line.text), room)} tone={line.tone} />
      </Text>
    </Text>
  );
}

const ignore = () => {};

/** Draws the line; the editing is done elsewhere, so the drawing never has the focus. */
function InputLine({ input }: { readonly input: InputView }) {
  const [, ...others] = input.box?.rows ?? [];
  return (
    <>
      <Box>
        <Gutter />
        <Text color="cyan">{input.box?.isCutAbove ? '↑ ' : prompt}</Text>
        {input.text === '' ? (
          <Text dimColor>{input.placeholder}</Text>
        ) : (
          <TextInput value={input.text} focus={false} onChange={ignore} />
        )}
      </Box>
      {others.map((text, index) => (
        <Text key={index} wrap="truncate">
          <Gutter />
          <Text color="cyan">{input.box?.isCutBelow && index === others.length - 1 ? '↓ ' : '  '}</Text>
          {text}
        </Text>
      ))}
    </>
  );
}

/** Sentences, a row each: `fitView` has laid them out. */
function Notes({ lines }: { readonly lines: readonly ViewLine[] }) {
  return lines.map(({ text, tone }, index) => (
    <Text key={index} wrap="truncate">
      <Gutter />
      <Toned text={printable(text)} tone={tone} />
    </Text>
  ));
}
