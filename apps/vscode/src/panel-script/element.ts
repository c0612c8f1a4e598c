import type { FromPanel, PanelButton } from '../panel/panel-view.ts';

/** Sends a message to the extension. */
export type Send = (message: FromPanel) => void;

interface Properties {
  readonly className?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Makes an element. Text children are added as text, never as markup; `undefined` adds nothing. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { className, attributes = {} }: Properties,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Buttons in a row; nothing without one. */
export function drawButtons(
  className: string,
  buttons: readonly PanelButton[],
  send: Send,
): HTMLElement | undefined {
  if (buttons.length === 0) return undefined;
  const drawn = buttons.map(({ action, label, isPrimary }) => {
    const attributes = { type: 'button', 'data-action': action };
    const button = element('button', { className: isPrimary ? 'primary' : '', attributes }, label);
    button.addEventListener('click', () => send({ type: 'action', action }));
    return button;
  });
  return element('div', { className }, ...drawn);
}

/** A button that looks like a link: it goes to another place. */
export function drawLink(label: string, act: () => void): HTMLElement {
  const link = element('button', { className: 'link', attributes: { type: 'button' } }, label);
  link.addEventListener('click', act);
  return link;
}

/** A part of the panel under a heading; nothing without content. */
export function section(title: string, content: HTMLElement | undefined): HTMLElement | undefined {
  return content && element('section', {}, element('h2', {}, title), content);
}
