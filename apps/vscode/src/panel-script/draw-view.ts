import type {
  PanelEntry,
  PanelProblem,
  PanelRun,
  PanelRunEntry,
  PanelView,
  PanelWait,
} from '../panel/panel-view.ts';
import { drawMessage, drawRows } from './draw-message.ts';
import { drawButtons, drawLink, element, type Send, section } from './element.ts';

export function drawView({ run, entry }: PanelView, send: Send): HTMLElement[] {
  if (!run) return drawEntry(entry, 'h1', send);
  const article = element('article', { attributes: { 'aria-label': entry.name } });
  article.append(...drawEntry(entry, 'h2', send));
  return [...drawRun(run, send), article];
}

/** Before the first customer, or where nothing was kept. */
export function drawEmpty(): HTMLElement[] {
  return [
    element(
      'header',
      { className: 'tone-neutral' },
      element('h1', {}, 'No response yet'),
      element('p', {}, 'Open or select customer JSON, and run “HelpCrunch: Create Customer”.'),
    ),
  ];
}

function drawEntry(entry: PanelEntry, heading: 'h1' | 'h2', send: Send): HTMLElement[] {
  const { actions, wait } = entry;
  const [primary, secondary] = [true, undefined].map((kind) =>
    actions.filter(({ isPrimary }) => isPrimary === kind),
  );
  const problems = drawProblems('problems', entry.problems, send);
  const next = drawList(entry.next);
  const isCreated = entry.tone === 'good';
  const parts = [
    drawHeader(entry, heading),
    wait && drawWait(wait),
    drawButtons('actions', primary ?? [], send),
    drawButtons('actions', secondary ?? [], send),
    section('Problems', problems),
    // After a failure, what to do comes before what was sent.
    isCreated ? undefined : section('What to do next', next),
    section(entry.customerTitle, entry.fields.length > 0 ? drawRows(entry.fields) : undefined),
    section('Custom data', entry.customData.length > 0 ? drawRows(entry.customData) : undefined),
    section('Variables', entry.variables.length > 0 ? drawRows(entry.variables) : undefined),
    section('Differences from the request', drawList(entry.differences)),
    section('Notes', drawProblems('notes', entry.notes, send)),
    isCreated ? section('What to do next', next) : undefined,
    ...entry.messages.map((message) => drawMessage(message, send)),
  ];
  return parts.filter((part) => part !== undefined);
}

function drawHeader(entry: PanelEntry, heading: 'h1' | 'h2'): HTMLElement {
  const { tone, title, status, sentence, place, at } = entry;
  const isOneOfSeveral = heading === 'h2';
  return element(
    'header',
    { className: `tone-${tone}` },
    element(
      heading,
      {},
      isOneOfSeveral ? `${entry.name}: ${title}` : title,
      status === undefined ? undefined : ' ',
      status === undefined ? undefined : element('span', { className: 'badge' }, status),
    ),
    element('p', { attributes: { role: 'status' } }, sentence),
    element(
      'ul',
      { className: 'facts' },
      ...place.map((text) => element('li', {}, text)),
      element('li', {}, moment(at)),
    ),
  );
}

/** In local time and in UTC. */
function moment(at: number): HTMLElement {
  const date = new Date(at);
  const iso = date.toISOString();
  const local = date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
  const utc = `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
  const parts = [element('span', {}, local), ' ', element('span', {}, `(${utc})`)];
  return element('time', { attributes: { datetime: iso } }, ...parts);
}

function drawList(sentences: readonly string[]): HTMLElement | undefined {
  if (sentences.length === 0) return undefined;
  return element('ul', {}, ...sentences.map((sentence) => element('li', {}, sentence)));
}

function drawProblems(
  className: string,
  problems: readonly PanelProblem[],
  send: Send,
): HTMLElement | undefined {
  if (problems.length === 0) return undefined;
  const rows = problems.map(({ index, place, position, hasSource, sentence }) => {
    const reveal = () => send({ type: 'reveal', problem: index });
    const link = hasSource ? drawLink(place, reveal) : element('strong', {}, place);
    const where =
      position === undefined ? undefined : element('span', { className: 'place' }, ` (${position})`);
    return element('li', {}, link, ': ', sentence, where);
  });
  return element('ul', { className }, ...rows);
}

/** Counts down the seconds of a wait while it is shown. */
function drawWait({ until, isWaiting }: PanelWait): HTMLElement {
  const line = element('p', { className: 'wait', attributes: { role: 'timer' } });
  function tick(): void {
    const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    line.textContent = isWaiting ? `Sending in ${left} s.` : remaining(left);
    if (left === 0 || (line.isConnected === false && hasBeenShown)) clearInterval(timer);
    hasBeenShown ||= line.isConnected;
  }
  let hasBeenShown = false;
  const timer = setInterval(tick, 250);
  tick();
  return line;
}

function remaining(seconds: number): string {
  return seconds > 0 ? `You can send it again in ${seconds} s.` : 'You can send it again now.';
}

/** The customers of a run with their outcomes; a click shows one. */
function drawRun({ title, tone, sentence, entries, files }: PanelRun, send: Send): HTMLElement[] {
  const rows = entries.map((entry, index) => {
    const outcome = element('span', { className: `outcome tone-${entry.tone}` }, entry.title);
    const name = drawName(entry, () => send({ type: 'choose', entry: index }));
    return element('li', entry.isShown ? { className: 'shown' } : {}, name, outcome);
  });
  const scroller = { tabindex: '0', role: 'region', 'aria-label': `All ${entries.length} customers` };
  return [
    element(
      'header',
      { className: `tone-${tone}` },
      element('h1', {}, title),
      element('p', { attributes: { role: 'status' } }, sentence),
    ),
    element('div', { className: 'run', attributes: scroller }, element('ol', {}, ...rows)),
    ...(files.length > 0 ? drawFiles(files, send) : []),
  ];
}

function drawFiles(files: readonly string[], send: Send): HTMLElement[] {
  const links = files.map((name, file) =>
    element(
      'li',
      {},
      drawLink(name, () => send({ type: 'open-file', file })),
    ),
  );
  const save = drawButtons('actions', [{ action: 'save-results', label: 'Save Result Files…' }], send);
  return [
    element('ul', { className: 'facts', attributes: { 'aria-label': 'Result files' } }, ...links),
    save,
  ].filter((part) => part !== undefined);
}

function drawName({ name, isShown, isTried }: PanelRunEntry, choose: () => void): HTMLElement {
  if (isShown) return element('strong', { attributes: { 'aria-current': 'true' } }, name);
  return isTried ? drawLink(name, choose) : element('span', {}, name);
}

/**
 * Keeps the place of a long list when it is drawn again, and brings the customer that is shown into view, with half of the
 * next one: so that the list is seen to go on.
 */
export function restoreRun(before: Element | null, now: Element | null): void {
  if (!now) return;
  now.scrollTop = before?.scrollTop ?? 0;
  const shown = now.querySelector('.shown');
  if (!shown) return;
  const [list, row] = [now.getBoundingClientRect(), shown.getBoundingClientRect()];
  if (row.top < list.top) now.scrollTop -= list.top - row.top + row.height / 2;
  else if (row.bottom > list.bottom) now.scrollTop += row.bottom - list.bottom + row.height / 2;
}
