import type { LedgerKind } from '../ledger.ts';
import type { ThingIndex } from './thing-index.ts';

/** What codes of new things begin with, and how many digits follow, where the thing is not numbered within its village. */
const PREFIXES: Readonly<Partial<Record<LedgerKind, { readonly prefix: string; readonly digits: number }>>> = {
  sites: { prefix: 'AZ', digits: 3 },
  homesteads: { prefix: 'ZJ', digits: 5 },
  segments: { prefix: 'LD', digits: 5 },
  hazards: { prefix: 'YH', digits: 4 },
  parks: { prefix: 'CY', digits: 3 },
  services: { prefix: 'FW', digits: 4 },
  constraints: { prefix: 'YS', digits: 4 },
  projects: { prefix: 'XM', digits: 4 },
  tasks: { prefix: 'RW', digits: 4 },
  items: { prefix: 'ZG', digits: 4 },
  responsibilities: { prefix: 'ZR', digits: 4 },
  benchmarks: { prefix: 'BM', digits: 3 },
  calendar_stops: { prefix: 'CAL', digits: 3 },
  rivers: { prefix: 'RV', digits: 4 },
  reported_totals: { prefix: 'SB', digits: 4 },
};

/** Digits that are added to the code of a village for a settlement, and to that of a settlement for a household. */
const NUMBER_DIGITS = { settlements: 3, households: 4 } as const;

/** Makes codes for new things: always the same for the same county and the same rows in the same order. */
export interface CodeMaker {
  /**
   * @param holder code of the village for a settlement, of the settlement for a household
   * @returns null where codes are given from above (areas) or all numbers are taken
   */
  make(kind: LedgerKind, holder: string | null): string | null;
}

/** A maker that goes on from the highest number in use. */
export function createCodeMaker(things: ThingIndex): CodeMaker {
  const highest = new Map<string, number>();
  const counted = new Set<LedgerKind>();
  const next = (stem: string, digits: number): string | null => {
    const number = (highest.get(stem) ?? 0) + 1;
    highest.set(stem, number);
    const code = `${stem}${String(number).padStart(digits, '0')}`;
    if (code.length > stem.length + digits && digits <= 4 && /^\d+$/.test(stem)) return null;
    return things.kindOf(code) === undefined ? code : next(stem, digits);
  };
  const countFrom = (kind: LedgerKind, stemOf: (code: string) => string) => {
    if (counted.has(kind)) return;
    counted.add(kind);
    for (const code of things.codesOf(kind)) {
      const stem = stemOf(code);
      const number = Number(code.slice(stem.length));
      if (Number.isSafeInteger(number)) highest.set(stem, Math.max(highest.get(stem) ?? 0, number));
    }
  };
  return {
    make(kind, holder) {
      if (kind === 'settlements' || kind === 'households') {
        const digits = NUMBER_DIGITS[kind];
        countFrom(kind, (code) => code.slice(0, -digits));
        return holder === null ? null : next(holder, digits);
      }
      const pattern = PREFIXES[kind];
      if (pattern === undefined) return null;
      countFrom(kind, (code) => (code.startsWith(pattern.prefix) ? pattern.prefix : code));
      return next(pattern.prefix, pattern.digits);
    },
  };
}
