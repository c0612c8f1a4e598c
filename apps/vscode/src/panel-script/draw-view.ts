import type {
  FromPanel,
  PanelBody,
  PanelButton,
  PanelProblem,
  PanelRow,
  PanelRunEntry,
  PanelView,
  PanelWait,
} from '../panel/panel-view.ts';

type Send = (message: FromPanel) => void;

export function drawView(view: PanelView, send: Send): HTMLElement[] {
  const parts = [
    drawHeader(view),
    view.wait && drawWait(view.wait),
    drawActions(view.actions, send),
    section(`All ${view.run.length} customers`, view.run.length > 0 && drawRun(view.run, send)),
    section('What to do next', view.next.length > 0 && drawList(view.next)),
    section('Problems', view.problems.length > 0 && drawProblems(view.problems, send)),
    section('Differences from the request', view.differences.length > 0 && drawList(view.differences)),
    section(view.rowsTitle, view.rows.length > 0 && drawRows(view.rows)),
    section('About this request', drawRows(view.about)),
    ...view.bodies.map((body) => drawBody(body, send)),
  ];
  return parts.filter((part) => part !== undefined);
}

function drawHeader({ tone, title, status, sentence }: PanelView): HTMLElement {
  const badge = status === undefined ? [] : [' ', element('span', { className: 'badge' }, status)];
  return element(
    'header',
    { className: `tone-${tone}` },
    element('h1', {}, title, ...badge),
    element('p', { attributes: { role: 'status' } }, sentence),
  );
}

function drawActions(actions: readonly PanelButton[], send: Send): HTMLElement | undefined {
  if (actions.length === 0) return undefined;
  const buttons = actions.map(({ action, label }) => {
    const button = element('button', { attributes: { type: 'button', 'data-action': action } }, label);
    button.addEventListener('click', () => send({ type: 'action', action }));
    return button;
  });
  return element('div', { className: 'actions' }, ...buttons);
}

function section(title: string, content: HTMLElement | false): HTMLElement | undefined {
  return content === false ? undefined : element('section', {}, element('h2', {}, title), content);
}

function drawList(sentences: readonly string[]): HTMLElement {
  return element('ul', {}, ...sentences.map((sentence) => element('li', {}, sentence)));
}

function drawProblems(problems: readonly PanelProblem[], send: Send): HTMLElement {
  return element(
    'ul',
    { className: 'problems' },
    ...problems.map((problem, index) => {
      const link = element('button', { className: 'link', attributes: { type: 'button' } }, problem.place);
      link.addEventListener('click', () => send({ type: 'reveal', problem: index }));
      const place = problem.hasSource ? link : element('strong', {}, problem.place);
      return element('li', { className: problem.severity }, place, ' ', problem.sentence);
    }),
  );
}

function drawBody({ title, text, note, isOpen, actions }: PanelBody, send: Send): HTMLElement {
  const noted = note === undefined ? [] : [element('p', {}, note)];
  const buttons = drawActions(actions, send) ?? '';
  return element(
    'section',
    { className: 'body', attributes: { 'aria-label': title } },
    element('div', { className: 'bar' }, element('h2', {}, title), buttons),
    element(
      'details',
      { attributes: isOpen ? { open: '' } : {} },
      element('summary', {}, `Show ${title.toLowerCase()}`),
      ...noted,
      element('pre', { attributes: { tabindex: '0', role: 'region', 'aria-label': `${title} body` } }, text),
    ),
  );
}

/** Rows of label and value; a tag has a swatch of its color before its name. */
function drawRows(rows: readonly PanelRow[]): HTMLElement {
  return element('dl', {}, ...rows.flatMap((row) => [element('dt', {}, row.label), drawValue(row)]));
}

function drawValue({ texts, at, colors }: PanelRow): HTMLElement {
  if (at !== undefined) return element('dd', {}, `${new Date(at).toLocaleString()} (${texts.join()})`);
  if (!colors) return element('dd', {}, ...texts);
  return element(
    'dd',
    { className: 'tags' },
    ...texts.map((text, index) => element('span', { className: 'tag' }, swatch(colors[index]), text)),
  );
}

function swatch(color: string | undefined): HTMLElement {
  const mark = element('span', { className: 'swatch', attributes: { 'aria-hidden': 'true' } });
  if (color !== undefined) mark.style.backgroundColor = color;
  return mark;
}

/** The customers of a run with their outcomes; a click shows one. */
function drawRun(entries: readonly PanelRunEntry[], send: (message: FromPanel) => void): HTMLElement {
  return element(
    'ul',
    { className: 'run' },
    ...entries.map((entry, index) => {
      const outcome = element('span', { className: `outcome tone-${entry.tone}` }, entry.title);
      return element(
        'li',
        {},
        drawName(entry, () => send({ type: 'choose', entry: index })),
        ' ',
        outcome,
      );
    }),
  );
}

function drawName({ name, isShown, isTried }: PanelRunEntry, choose: () => void): HTMLElement {
  if (isShown) return element('strong', { attributes: { 'aria-current': 'true' } }, name);
  if (!isTried) return element('span', {}, name);
  const link = element('button', { className: 'link', attributes: { type: 'button' } }, name);
  link.addEventListener('click', choose);
  return link;
}

/** Counts down the seconds of a wait while it is shown. */
function drawWait({ until, isWaiting }: PanelWait): HTMLElement {
  const clock = element('span', { className: 'clock' });
  const line = element('p', { className: 'wait', attributes: { role: 'timer' } }, clock);
  function tick(): void {
    const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    clock.textContent = isWaiting ? `Sending in ${left} s.` : remaining(left);
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

/** Text children are added as text, never as markup. */
function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: { readonly className?: string; readonly attributes?: Readonly<Record<string, string>> },
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (properties.className) made.className = properties.className;
  for (const [name, value] of Object.entries(properties.attributes ?? {})) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
