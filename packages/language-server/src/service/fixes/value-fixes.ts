import { commaAt, insertAfter, replaceNode, replaceWithString } from '../edits.ts';
import { sourceOf, stringOf } from '../nodes.ts';
import { defineFix } from './fix.ts';

/** May separate several tags in one text. */
const tagSeparator = /[,;|\n]/;

/** Fixes that write the same value in another form. */
export const valueFixes = [
  // Numbers where a text is sent, and numbers that only text keeps exactly: the digits as they were written.
  defineFix({
    codes: ['number-as-text', 'inexact-number', 'wrong-type'],
    certainty: 'certain',
    title: 'Convert to text',
    changes({ issue, node, text }) {
      if (node.type !== 'number') return [];
      if (issue.code === 'wrong-type' && !issue.expected.includes('text')) return [];
      const digits = sourceOf(text, node);
      // An exponent may have lost digits before, which only a person can add.
      return /e/i.test(digits) ? [] : [replaceWithString(node, digits)];
    },
  }),
  defineFix({
    codes: ['fraction-of-second'],
    certainty: 'certain',
    title: 'Round down to whole seconds',
    changes({ issue, node }) {
      if (node.type === 'number') return [replaceNode(node, String(issue.seconds))];
      const date = stringOf(node) ?? '';
      // An ISO date has its fraction after the seconds; digits alone are UNIX seconds.
      const whole = date.includes(':') ? date.replace(/(:\d\d)[.,]\d+/, '$1') : String(issue.seconds);
      return [replaceWithString(node, whole)];
    },
  }),
  // A date without a time zone is read as UTC; the fix only states it.
  defineFix({
    codes: ['date-without-zone'],
    certainty: 'certain',
    title: 'Add the UTC time zone',
    changes({ issue, node }) {
      const date = stringOf(node)?.trim();
      if (!date) return [];
      // What was written stays where the zone can follow it.
      const kept = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)?$/i.test(date);
      const iso = new Date(issue.seconds * 1000).toISOString().replace('.000Z', 'Z');
      return [replaceWithString(node, kept && date.includes(':') ? `${date}Z` : iso)];
    },
  }),
  // `"vip"` in the list of tags → `{"name": "vip"}`.
  defineFix({
    codes: ['wrong-type'],
    certainty: 'certain',
    title: 'Convert to a tag with a name',
    changes({ issue, node, text }) {
      if (!/^\/tags\/\d+$/.test(issue.path) || node.type !== 'string') return [];
      return [replaceNode(node, `{ "name": ${sourceOf(text, node)} }`)];
    },
  }),
  // A single tag → a list of one.
  defineFix({
    codes: ['wrong-type'],
    certainty: 'certain',
    title: 'Wrap in a list',
    changes({ issue, node }) {
      if (issue.path !== '/tags' || !/^(?:string|object)$/.test(node.type)) return [];
      if (tagSeparator.test(stringOf(node) ?? '')) return [];
      const [before, after] = node.type === 'string' ? ['[{ "name": ', ' }]'] : ['[', ']'];
      return [{ offset: node.offset, length: 0, text: before }, insertAfter(node, after)];
    },
  }),
  // `"vip, new"` may be two tags or one, which only a person can tell.
  defineFix({
    codes: ['wrong-type'],
    certainty: 'guess',
    title: 'Split into several tags',
    changes({ issue, node }) {
      const names = (stringOf(node) ?? '').split(tagSeparator).map((name) => name.trim());
      const tags = names.filter((name) => name !== '').map((name) => ({ name }));
      return issue.path === '/tags' && tags.length > 1 ? [replaceNode(node, JSON.stringify(tags))] : [];
    },
  }),
  defineFix({
    codes: ['wrong-type'],
    certainty: 'guess',
    title: 'Keep as one tag',
    changes({ issue, node, text }) {
      const isSeveral = issue.path === '/tags' && tagSeparator.test(stringOf(node) ?? '');
      return isSeveral ? [replaceNode(node, `[{ "name": ${sourceOf(text, node)} }]`)] : [];
    },
  }),
  defineFix({
    codes: ['list-of-customers'],
    certainty: 'certain',
    title: 'Remove the list around the customer',
    changes({ issue, node, text }) {
      const [customer] = node.children ?? [];
      if (issue.count !== 1 || issue.path !== '' || node.type !== 'array' || !customer) return [];
      const comma = commaAt(text, customer.offset + customer.length);
      return [node.offset, ...(comma === undefined ? [] : [comma]), node.offset + node.length - 1].map(
        (offset) => ({ offset, length: 1, text: '' }),
      );
    },
  }),
];
