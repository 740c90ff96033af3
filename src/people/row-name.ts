import type { NameSlot, RecordId, RowStatement, Script } from '../model/index.ts';
import { type NamePart, parseName } from '../names/index.ts';
import type { ListedRecord } from './listed-record.ts';
import { onceOfMany } from './once.ts';

/** A row's name: as written, and by slot. */
export interface RowName {
  /** In the list's own order: the full name where there is one, else its columns from first to last. */
  readonly written: string;
  readonly script: Script;
  readonly parts: readonly SlotPart[];
}

export interface SlotPart {
  readonly slot: NameSlot;
  /** Other slots it may as well stand in: of two names the second is the family's or the father's. */
  readonly orElse: readonly NameSlot[];
  readonly written: string;
  /** Comparable spellings, one a word. */
  readonly tokens: readonly string[];
  readonly statement: RowStatement;
}

const SLOT_OF: Readonly<Partial<Record<RowStatement['property'], NameSlot>>> = {
  'name.given': 'given',
  'name.father': 'father',
  'name.grandfather': 'grandfather',
  'name.family': 'family',
  'name.teknonym': 'teknonym',
  'name.nickname': 'nickname',
};
const OWN_NAME: ReadonlySet<RowStatement['property']> = new Set([
  'name.given',
  'name.father',
  'name.grandfather',
  'name.family',
]);

export function rowName({ record }: ListedRecord): RowName {
  const named = record.statements.filter(
    (statement) =>
      statement.property.startsWith('name.') && (statement.value ?? statement.written).trim() !== '',
  );
  const full = named.find(({ property }) => property === 'name.full');
  const written = full
    ? full.written.trim()
    : named
        .filter(({ property }) => OWN_NAME.has(property))
        .sort((one, other) => one.column - other.column)
        .map((statement) => statement.written.trim())
        .join(' ');

  let parts: readonly SlotPart[] | undefined;
  return {
    written,
    script: scriptOf(written),
    get parts() {
      parts ??= partsOf(named);
      return parts;
    },
  };
}

/** Of names that stand in a column of their own: a few thousand are most people's. */
const NAMES_REMEMBERED = 20_000;
const ownName = onceOfMany(NAMES_REMEMBERED, (text) =>
  parseName(text).parts.flatMap((part) => part.tokens.map((token) => token.folded)),
);
const mothersName = onceOfMany(NAMES_REMEMBERED, (text) => parseName(text, { of: 'mother' }).parts);

function partsOf(named: readonly RowStatement[]): SlotPart[] {
  const parts: SlotPart[] = [];
  const filled = new Set(named.flatMap(({ property }) => SLOT_OF[property] ?? []));
  for (const statement of named) {
    const text = statement.value ?? statement.written;
    const slot = SLOT_OF[statement.property];
    if (slot) {
      parts.push({ slot, orElse: [], written: statement.written.trim(), tokens: ownName(text), statement });
    } else if (statement.property === 'name.mother')
      parts.push(...mothersName(text).map((part) => slotPart(part, statement, new Set())));
    else if (statement.property === 'name.full')
      for (const part of parseName(text).parts)
        if (!filled.has(part.slot)) parts.push(slotPart(part, statement, filled));
  }
  return parts;
}

/** A slot with a column of its own is no other slot's. */
const slotPart = (part: NamePart, statement: RowStatement, filled: ReadonlySet<NameSlot>): SlotPart => ({
  slot: part.slot,
  orElse: (part.orElse ?? []).filter((slot) => !filled.has(slot)),
  written: part.written,
  tokens: part.tokens.map((token) => token.folded),
  statement,
});

/** By which letters most of it is written in. */
export function scriptOf(text: string): Script {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic === 0 && latin === 0) return 'other';
  return arabic >= latin ? 'arabic' : 'latin';
}

/** The name with the most words, the longest of those, the first of those. */
export function fullestName<T extends { readonly written: string }>(names: readonly T[]): T | undefined {
  const words = (text: string): number => text.split(/\s+/).length;
  let fullest: T | undefined;
  for (const name of names) {
    const difference = fullest ? words(name.written) - words(fullest.written) : 1;
    if (difference > 0 || (difference === 0 && name.written.length > (fullest?.written.length ?? 0)))
      fullest = name;
  }
  return fullest;
}

export interface NameVariants {
  readonly slot: NameSlot;
  readonly variants: readonly { readonly written: string; readonly records: readonly RecordId[] }[];
}

/** Every way in which each slot is written, the commonest first. */
export function variantsBySlot(
  names: readonly { readonly record: RecordId; readonly name: RowName }[],
  slots: readonly NameSlot[],
): NameVariants[] {
  return slots.flatMap((slot): NameVariants[] => {
    const variants = new Map<string, Set<RecordId>>();
    for (const { record, name } of names)
      for (const part of name.parts)
        if (part.slot === slot)
          variants.set(part.written, (variants.get(part.written) ?? new Set()).add(record));
    if (variants.size === 0) return [];
    return [
      {
        slot,
        variants: [...variants]
          .map(([written, records]) => ({ written, records: [...records] }))
          .sort((one, other) => other.records.length - one.records.length),
      },
    ];
  });
}
