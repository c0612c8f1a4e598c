import type { FromPanel } from '../panel/panel-message.ts';
import type { PanelBody, PanelButton, PanelProblem, PanelView } from '../panel/panel-view.ts';
import { drawRows } from './draw-rows.ts';
import { drawRun } from './draw-run.ts';
import { drawWait } from './draw-wait.ts';
import { element } from './element.ts';

type Send = (message: FromPanel) => void;

/** The whole panel from its view. */
export function drawView(view: PanelView, send: Send): HTMLElement[] {
  const parts = [
    drawHeader(view),
    view.wait && drawWait(view.wait),
    drawActions(view.actions, send),
    section(`All ${view.run.length} customers`, view.run.length > 0 && drawRun(view.run, send)),
    section('What to do next', view.next.length > 0 && drawList(view.next)),
    section('Problems', view.problems.length > 0 && drawProblems(view.problems, send)),
    section('Not as it was sent', view.differences.length > 0 && drawList(view.differences)),
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

function drawBody({ title, text, note, actions }: PanelBody, send: Send): HTMLElement {
  const noted = note === undefined ? [] : [element('p', {}, note)];
  const buttons = drawActions(actions, send) ?? '';
  return element(
    'section',
    { className: 'body', attributes: { 'aria-label': title } },
    element('div', { className: 'bar' }, element('h2', {}, title), buttons),
    element(
      'details',
      {},
      element('summary', {}, `${title} as JSON`),
      ...noted,
      element(
        'pre',
        { attributes: { tabindex: '0', role: 'region', 'aria-label': `${title} as JSON` } },
        text,
      ),
    ),
  );
}
