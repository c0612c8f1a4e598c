import type { PanelMessage, PanelRow } from '../panel/panel-view.ts';
import { drawButtons, element, type Send } from './element.ts';

/** The request or the response: its first line and figures, its headers, and its body. */
export function drawMessage(message: PanelMessage, send: Send): HTMLElement {
  const { id, title, facts, headers, body, isJson, note, isOpen, actions } = message;
  const scroller = { tabindex: '0', role: 'region', 'aria-label': `${title} body` };
  const code = element('pre', { attributes: scroller }, ...(isJson ? highlighted(body) : [body]));
  return element(
    'section',
    { className: 'message', attributes: { 'aria-label': title } },
    element(
      'div',
      { className: 'bar' },
      element('h2', {}, title),
      element('ul', { className: 'facts' }, ...facts.map((fact) => element('li', {}, fact))),
    ),
    drawButtons('actions small', actions, send),
    headers.length > 0 ? details(`${id}-headers`, 'Headers', false, drawRows(headers)) : undefined,
    details(
      `${id}-body`,
      'Body',
      isOpen,
      note === undefined ? undefined : element('p', {}, note),
      body === '' ? undefined : code,
    ),
  );
}

function details(
  id: string,
  title: string,
  isOpen: boolean,
  ...content: readonly (HTMLElement | undefined)[]
): HTMLElement {
  const attributes = { id, ...(isOpen ? { open: '' } : {}) };
  return element('details', { attributes }, element('summary', {}, title), ...content);
}

/** Rows of label and value; a tag has a swatch of its color before its name. */
export function drawRows(rows: readonly PanelRow[]): HTMLElement {
  return element(
    'dl',
    {},
    ...rows.map((row) => element('div', {}, element('dt', {}, row.label), value(row))),
  );
}

function value({ texts, colors }: PanelRow): HTMLElement {
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

/** A string, with what makes it a name; a number; a word. Everything between them is punctuation and space. */
const token = /("(?:[^"\\]|\\.)*"?)(\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g;

/** JSON with a class for each kind of value. It may break off anywhere. */
function highlighted(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, string, colon = ''] = match;
    const shown = string ?? whole;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(element('span', { className: kindOf(shown, colon) }, shown));
    end = match.index + shown.length;
  }
  return [...parts, text.slice(end)];
}

function kindOf(shown: string, colon: string): string {
  if (shown.startsWith('"')) return colon === '' ? 'string' : 'name';
  return /^[tfn]/.test(shown) ? 'word' : 'number';
}
