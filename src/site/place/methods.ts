import type { SearchRates, SectorKind, Swung } from '../../model/index.ts';
import { atOdds } from '../where-next/outlook.ts';

/** Behind walls and below floors most methods see less. */
export const isHidden = (kind: SectorKind): boolean => kind === 'shaft' || kind === 'void';

/** A sector whose plan has no scale is taken for a room of this size, in square metres. */
export const UNSCALED = 100;

const mapped = <Key extends string, Value>(
  values: Readonly<Record<Key, Value>>,
  change: (value: Value) => Value,
): Record<Key, Value> =>
  Object.fromEntries(Object.entries<Value>(values).map(([key, value]) => [key, change(value)])) as Record<
    Key,
    Value
  >;

/** Rates with one of the things assumed at so many times its odds or its value. */
export function swungRates(rates: SearchRates, assumption: Swung, factor: number): SearchRates {
  switch (assumption) {
    case 'elsewhere':
      return rates;
    case 'reliability':
      return { ...rates, reliability: mapped(rates.reliability, (chance) => atOdds(chance, factor)) };
    case 'detection':
      return {
        ...rates,
        methods: mapped(rates.methods, (method) => ({ ...method, sweep: method.sweep * factor })),
      };
    case 'blindness':
      return {
        ...rates,
        methods: mapped(rates.methods, ({ blind, ...method }) => ({
          ...method,
          blind: { open: atOdds(blind.open, factor), hidden: atOdds(blind.hidden, factor) },
        })),
      };
    case 'false-alarms':
      return {
        ...rates,
        methods: mapped(rates.methods, (method) => ({ ...method, alarms: method.alarms * factor })),
      };
  }
}
