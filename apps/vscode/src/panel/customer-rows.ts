import {
  customerFields,
  formatDate,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  readDate,
} from '@helpcrunch-customer-kit/core';
import type { PanelEntry, PanelRow } from './panel-view.ts';

/** A customer as rows: its ID, then the fields that it has, in the order of the field table; custom data apart. */
export function customerRows(customer: JsonObject): Pick<PanelEntry, 'fields' | 'customData'> {
  const id = customer['id'];
  const fields: PanelRow[] = id === undefined || id === null ? [] : [{ label: 'ID', texts: [plain(id)] }];
  const customData: PanelRow[] = [];
  for (const { key, label, kind } of customerFields) {
    const value = customer[key];
    if (value === undefined || value === null || value === '') continue;
    switch (kind) {
      case 'tags':
        fields.push(...tagRow(label, value));
        break;
      case 'custom-data':
        customData.push(...customDataRows(value));
        break;
      case 'date':
        fields.push({ label, texts: [dateValue(value)] });
        break;
      default:
        fields.push({ label, texts: [plain(value)] });
    }
  }
  return { fields, customData };
}

function tagRow(label: string, value: JsonValue): PanelRow[] {
  if (!Array.isArray(value) || value.length === 0) return [];
  const tags: JsonObject[] = value.filter(isJsonObject);
  const colors = tags.map(({ color }) => (typeof color === 'string' ? color : undefined));
  return [{ label, texts: tags.map(({ name }) => plain(name ?? '')), colors }];
}

/** Custom data is a list in a request and a map in a response. */
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

function dateValue(value: JsonValue): string {
  const reading = typeof value === 'string' || typeof value === 'number' ? readDate(value) : undefined;
  return reading?.kind === 'seconds' ? formatDate(reading.seconds) : plain(value);
}

function plain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
