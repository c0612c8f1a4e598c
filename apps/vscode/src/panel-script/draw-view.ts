import type { FromPanel } from '../panel/panel-message.ts';
import type { PanelBody, PanelButton, PanelProblem, PanelView } from '../panel/panel-view.ts';
import { drawRows } from './draw-rows.ts';
import { element } from './element.ts';

type Send = (message: FromPanel) => void;

/** The whole panel from its view. */
export function drawView(view: PanelView, send: Send): HTMLElement[] {
  const isUrgent = ({ action }: PanelButton) => action === 'check';
  const parts = [
    drawHeader(view),
    drawActions(view.actions.filter(isUrgent), send),
    section('What to do next', view.next.length > 0 && drawList(view.next)),
    section('Problems', view.problems.length > 0 && drawProblems(view.problems, send)),
    section('Not as it was sent', view.differences.length > 0 && drawList(view.differences)),
    section(view.rowsTitle, view.rows.length > 0 && drawRows(view.rows)),
    drawActions(
      view.actions.filter((button) => !isUrgent(button)),
      send,
    ),
    section('About this request', drawRows(view.about)),
    ...view.bodies.map(drawBody),
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

function drawBody({ title, text, note }: PanelBody): HTMLElement {
  const noted = note === undefined ? [] : [element('p', {}, note)];
  return element(
    'details',
    {},
    element('summary', {}, title),
    ...noted,
    element('pre', { attributes: { tabindex: '0', role: 'region', 'aria-label': title } }, text),
  );
}
