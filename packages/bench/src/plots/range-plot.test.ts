import { expect, test } from 'vitest';
import { summarize } from '../statistics/summary.ts';
import { rangePlot } from './range-plot.ts';

const plot = rangePlot({
  title: 'Time & "bytes"',
  unit: 'ms',
  rows: [
    { label: 'wizard', summary: summarize([100, 150, 200]), isOurs: true, limit: 250 },
    { label: '<peer>', summary: summarize([50]), isOurs: false },
  ],
});

test('what is text stays text, whatever it holds', () => {
  expect(plot).toContain('aria-label="Time &amp; &quot;bytes&quot;"');
  expect(plot).toContain('&lt;peer>');
});

test('the scale starts at zero and reaches the bar, and each median stands at its place', () => {
  // From 250 to 680 for 0 to 250.
  expect(plot).toContain('<circle class="ours" cx="508" ');
  expect(plot).toContain('<circle class="theirs" cx="336" ');
  expect(plot).toContain('<path class="limit" d="M680 ');
});

test('a label and the mark of the bar do not stand in each other', () => {
  const near = { label: 'a', summary: summarize([230]), isOurs: true, limit: 250 };
  // The mark is at 680, and the line ends 34 before it.
  expect(rangePlot({ title: 'a', unit: 'ms', rows: [near] })).toContain('x="688" y=');
});

test('it follows the dark and brings its own background', () => {
  expect(plot).toContain('prefers-color-scheme: dark');
  expect(plot).toContain('<rect class="back"');
});
