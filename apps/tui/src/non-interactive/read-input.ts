import { close, closeSync, constants, createReadStream, open } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { isatty, ReadStream as TerminalStream } from 'node:tty';
import { promisify } from 'node:util';
import { type ReadCustomer, readCustomerText, type TextForm, textForm } from '@helpcrunch-customer-kit/core';
import type { FieldTexts } from '../command-line/create-options.ts';
import { readFieldTexts } from '../grammar/field-texts.ts';
import { readingMessage } from '../grammar/reading-note.ts';
import { withPlaces } from '../text/printable.ts';
import { mergeFields } from './merge-fields.ts';

/** A customer read from a file and flags, or the sentence that says why the file could not be read. */
export type Input =
  | {
      readonly ok: true;
      readonly customer: ReadCustomer;
      /** What was read otherwise than it is written, or replaced, a sentence each. */
      readonly notes: readonly string[];
      /** What the file is, when it is not one customer in JSON. */
      readonly form: InputForm | undefined;
    }
  | { readonly ok: false; readonly message: string };

export type InputForm = TextForm | 'list';

export interface InputSource {
  /** A path, `-` for standard input, or nothing. */
  readonly from: string | undefined;
  readonly fields: FieldTexts;
  /** Standard input. Node makes it when it is first asked for, which takes milliseconds. */
  readonly stdin: () => Readable;
  /** Aborted once the input is not needed anymore. */
  readonly signal: AbortSignal;
}

/** Reads the customer that a file and flags describe. */
export async function readInput({ from, fields, stdin, signal }: InputSource): Promise<Input> {
  const { draft: given, notes: readings } = await readFieldTexts(fields, Date.now());
  const notes = readings.map(readingMessage);
  if (from === undefined) {
    return { ok: true, customer: { draft: given, issues: [] }, notes, form: undefined };
  }
  const text = await readText(from, stdin, signal);
  if (!text.ok) return text;
  if (text.text.trim() === '') return { ok: false, message: emptyInput(from) };
  const { json, issues, ...read } = readCustomerText(text.text);
  const merged = mergeFields({ ...read, issues: withPlaces(text.text, issues) }, given);
  const isList = issues.some((issue) => issue.code === 'list-of-customers' && issue.count > 1);
  const form = isList ? 'list' : json.value === undefined ? textForm(text.text) : undefined;
  return { ok: true, customer: merged.customer, notes: [...notes, ...merged.notes], form };
}

function emptyInput(from: string): string {
  return `${from === '-' ? 'Standard input' : from} is empty. A customer is an object, such as {"name": "Ada"}.`;
}

/** Bytes; more than the text that is read at all can take. */
const limit = 17_000_000;

type Text = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

async function readText(from: string, stdin: () => Readable, signal: AbortSignal): Promise<Text> {
  let bytes: Buffer;
  try {
    const stream = from === '-' ? stdin() : await openFileToRead(from, signal);
    const read = await readUpTo(limit, addAbortSignal(signal, stream));
    if (!read)
      return {
        ok: false,
        message: `${from === '-' ? 'Standard input' : from} is too large for a customer.`,
      };
    bytes = read;
  } catch (error) {
    return { ok: false, message: unreadable(from, error) };
  }
  const name = from === '-' ? 'Standard input' : from;
  // Spreadsheets and archives begin like this.
  if (bytes.subarray(0, 4).equals(zipStart)) {
    return {
      ok: false,
      message: `${name} is a spreadsheet or an archive. Save its table as CSV, then import that.`,
    };
  }
  try {
    return { ok: true, text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, message: `${name} is not UTF-8 text. Save it as UTF-8.` };
  }
}

const zipStart = Buffer.from('PK\u0003\u0004', 'latin1');

/** Windows shells write UTF-16 with a mark; anything else has to be UTF-8, or letters would turn into others. */
function encodingOf([first, second]: Buffer): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function unreadable(from: string, error: unknown): string {
  if (from === '-') return `Standard input can't be read (${codeOf(error)}).`;
  switch (codeOf(error)) {
    case 'ENOENT':
      return `No file at ${from} (ENOENT). Check its path.`;
    case 'EISDIR':
      return `${from} is a folder (EISDIR). Give a file.`;
    case 'EACCES':
    case 'EPERM':
      return `No permission to read ${from} (${codeOf(error)}).`;
    default:
      return `${from} can't be read (${codeOf(error)}).`;
  }
}

/** The bytes of a stream; `undefined` when there are more than the limit. */
async function readUpTo(most: number, stream: Readable): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

// A number, not a handle: a handle closes the file once it is garbage collected.
const openFile: (path: string, flags: number) => Promise<number> = promisify(open);

/**
 * Opens a file, a named pipe or a terminal device to read it. An ordinary read of a pipe waits in a thread that nothing
 * ends, not even the end of the program: here both the wait for a writer and the wait for its text end with the signal.
 *
 * @throws what the file system throws, and the signal's reason.
 */
export async function openFileToRead(path: string, signal: AbortSignal): Promise<Readable> {
  const entry = await stat(path);
  signal.throwIfAborted();
  if (entry.isFIFO()) {
    return new Socket({ fd: await openPipe(path, signal), readable: true, writable: false });
  }
  const fd = await openFile(path, constants.O_RDONLY);
  return isatty(fd) ? new TerminalStream(fd) : createReadStream(path, { fd });
}

/** How often to try, in milliseconds: the wait for the pipe may not have begun yet. */
const knockInterval = 20;

/** A pipe opens when its other end is opened: to give up, this opens it itself for a moment. */
async function openPipe(path: string, signal: AbortSignal): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const giveUp = () => {
    timer = setInterval(() => knock(path), knockInterval);
  };
  signal.addEventListener('abort', giveUp);
  try {
    const fd = await openFile(path, constants.O_RDONLY);
    if (signal.aborted) closeSync(fd);
    signal.throwIfAborted();
    return fd;
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

function knock(path: string): void {
  open(path, constants.O_WRONLY | constants.O_NONBLOCK, (error, fd) => {
    if (!error) close(fd);
  });
}
