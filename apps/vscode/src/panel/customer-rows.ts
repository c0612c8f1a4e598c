import {
  customerFields,
  formatDate,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  readDate,
} from '@helpcrunch-customer-kit/core';
import type { PanelRow } from './panel-view.ts';

/** A customer as rows to read: its id, then the fields that it has, in the order of the field table. */
export function customerRows(customer: JsonObject): PanelRow[] {
  const fields = customerFields.flatMap(({ key, label, kind }) => {
    const value = customer[key];
    if (value === undefined || value === null || value === '') return [];
    switch (kind) {
      case 'tags':
        return tagRow(label, value);
      case 'custom-data':
        return customDataRows(value);
      case 'date':
        return [{ label, texts: [dateWords(value)] }];
      default:
        return [{ label, texts: [plain(value)] }];
    }
  });
  const id = customer['id'];
  return [...(id === undefined || id === null ? [] : [{ label: 'Id', texts: [plain(id)] }]), ...fields];
}

function tagRow(label: string, value: JsonValue): PanelRow[] {
  if (!Array.isArray(value) || value.length === 0) return [];
  const tags: JsonObject[] = value.filter(isJsonObject);
  const colors = tags.map(({ color }) => (typeof color === 'string' ? color : undefined));
  return [{ label, texts: tags.map(({ name }) => plain(name ?? '')), colors }];
}

/** Custom data as a map (as it comes back) or as the list that it travels as. */
function customDataRows(value: JsonValue): PanelRow[] {
  if (isJsonObject(value)) {
    return Object.entries(value).map(([label, item]) => ({ label, texts: [plain(item ?? null)] }));
  }
  if (!Array.isArray(value)) return [];
  return value.filter(isJsonObject).map((entry: JsonObject) => ({
    label: plain(entry['property'] ?? ''),
    texts: [plain(entry['value'] ?? null)],
  }));
}

function dateWords(value: JsonValue): string {
  const reading = typeof value === 'string' || typeof value === 'number' ? readDate(value) : undefined;
  return reading?.kind === 'seconds' ? formatDate(reading.seconds) : plain(value);
}

function plain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
