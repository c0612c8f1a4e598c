import type { Unit } from '../bars/bar.ts';

/** Three digits and the unit: `4.79 ms`, `245 ms`, `19,200 customers/s`. */
export function numberText(value: number, unit: Unit): string {
  const digits = Number(value.toPrecision(3)).toLocaleString('en-US');
  if (unit === '') return digits;
  return `${digits} ${unit === 'bytes' ? 'B' : unit}`;
}

/** `2.1×`; below a tenth with two digits that mean something: `0.044×`. */
export function ratioText(ratio: number): string {
  if (ratio === 0) return '0×';
  if (ratio >= 10) return `${ratio.toFixed(0)}×`;
  return `${ratio >= 0.1 ? ratio.toFixed(1) : ratio.toPrecision(2)}×`;
}
