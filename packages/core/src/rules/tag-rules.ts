import { quote } from '../customer/format.ts';
import { withoutInvisible } from '../customer/invisible.ts';
import { isCssColor, suggestCssColor } from './css-color.ts';
import { defineRule, repeated } from './rule.ts';

export const tagWithoutName = defineRule({
  code: 'tag-without-name',
  severity: 'error',
  title: 'Tag without a name',
  why: 'The name identifies a tag (documented).',
  example: '{"name": "Ada", "tags": [{"color": "red"}]}',
  message: () => 'This tag has no name. Add one, or remove the tag.',
  checkTag: ({ sent, path }) => (sent ? undefined : { path: `${path()}/name` }),
});

export const unknownColor = defineRule({
  code: 'unknown-color',
  severity: 'error',
  title: 'Invalid CSS color',
  why: 'A tag takes any CSS color (documented).',
  example: '{"name": "Ada", "tags": [{"name": "vip", "color": "ff0000"}]}',
  message: ({ color, suggestion }: { color: string; suggestion: string | undefined }) =>
    suggestion === undefined
      ? uncheckedColor(color)
      : `Not a CSS color: ${quote(color)}. Did you mean "${suggestion}"?`,
  checkTag({ tag, path }) {
    const color = withoutInvisible(tag.color ?? '');
    if (color === '' || isCssColor(color)) return undefined;
    return { path: `${path()}/color`, color, suggestion: suggestCssColor(color) };
  },
});

/** CSS has these forms, but their color depends on a page, which a tag does not have. */
const pageDependentColor =
  /^(?:color-mix|light-dark|var|env|attr|if|device-cmyk|contrast-color)\(|^[a-z-]+\(\s*from\b|^(?:currentcolor|inherit|initial|unset|revert|revert-layer)$|^(?:canvas|accentcolor|linktext|buttonface|highlight)/i;

function uncheckedColor(color: string): string {
  return pageDependentColor.test(color)
    ? `The color ${quote(color)} depends on a web page or needs a browser. Use a fixed color such as #c377e0.`
    : `Not a CSS color: ${quote(color)}. Use a name such as teal, or #rrggbb.`;
}

export const duplicateTag = defineRule({
  code: 'duplicate-tag',
  severity: 'advice',
  title: 'Duplicate tag',
  why: 'Names are case-sensitive (documented): `VIP` and `vip` are two tags. What HelpCrunch does with the same name twice is not known.',
  example: '{"name": "Ada", "tags": [{"name": "vip"}, {"name": "vip"}]}',
  message: ({ name }: { name: string; firstPath: string }) =>
    `The tag ${quote(name)} is listed twice. Remove one of them.`,
  check: ({ tags }) => repeated(tags, ({ sent }) => sent?.name),
});
