import { describe, expect, it } from 'vitest';
import { CHOICE_LISTS, type ChoiceList } from '#core/ledgers/choice-lists.ts';
import { formatChoice, formatFieldName } from '#core/ledgers/format-field.ts';
import { LEDGER_KINDS, type LedgerField } from '#core/ledgers/ledger.ts';
import { findField, getLedger } from '#core/ledgers/ledgers.ts';
import { isHeaderWord, matchHeader, normaliseHeader } from '#core/ledgers/match-header.ts';
import { isPhoneNumber } from '#core/ledgers/personal-numbers.ts';
import { readChoice } from '#core/ledgers/read-choice.ts';
import { recognisePersonal } from '#core/ledgers/recognise-personal.ts';
import { CHOICE_WORDS } from '#core/ledgers/words/choice-words.ts';
import { HEADER_WORDS } from '#core/ledgers/words/header-words.ts';
import { hasText } from '#core/texts/text.ts';

const everyField = LEDGER_KINDS.flatMap((kind) => getLedger(kind).fields.map((field) => ({ kind, field })));

const repeated = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => words.indexOf(word) !== index);

describe('fields of ledgers', () => {
  it('have a header of their own in both languages, and a column of a DBF', () => {
    for (const kind of LEDGER_KINDS) {
      const { fields } = getLedger(kind);
      for (const language of ['zh', 'en'] as const)
        expect(
          repeated(fields.map((field) => normaliseHeader(formatFieldName(language, kind, field)))),
          `${kind} ${language}`,
        ).toEqual([]);
      expect(repeated(fields.map(({ shortName }) => shortName)), kind).toEqual([]);
      expect(fields.filter(({ shortName }) => !/^[A-Z]{1,10}$/.test(shortName))).toEqual([]);
    }
    const nameless = everyField.filter(
      ({ kind, field }) =>
        !hasText('ledgers', `field_${kind}_${field.name}`) && !hasText('ledgers', `field_${field.name}`),
    );
    expect(nameless).toEqual([]);
  });

  it('find fields of their own ledger, and need them', () => {
    for (const { kind, field } of everyField) {
      if (field.finds) expect(findField(kind, field.finds.field)?.refersTo, `${kind} ${field.name}`).not.toBeNull();
      if (field.requiredWith) expect(findField(kind, field.requiredWith), `${kind} ${field.name}`).toBeDefined();
      if (field.choiceList) expect(field.choices).toEqual(CHOICE_LISTS[field.choiceList as ChoiceList]);
    }
  });

  it('have a word for each value in both languages, no two the same', () => {
    for (const [list, values] of Object.entries(CHOICE_LISTS)) {
      const field = { choiceList: list } as LedgerField;
      for (const value of values) expect(hasText('ledgers', `choice_${list}_${value}`), `${list} ${value}`).toBe(true);
      for (const language of ['zh', 'en'] as const)
        expect(repeated(values.map((value) => formatChoice(language, field, value))), list).toEqual([]);
    }
  });
});

describe('words of offices', () => {
  it('are about fields that there are', () => {
    const strayed = Object.keys(HEADER_WORDS).filter((key) => {
      const [kind, name] = key.split('.');
      return name === undefined
        ? !everyField.some(({ field }) => field.name === kind)
        : !everyField.some((one) => one.kind === kind && one.field.name === name);
    });
    expect(strayed).toEqual([]);
  });

  it('lead back to their field unless another of the ledger has them first', () => {
    for (const [key, words] of Object.entries(HEADER_WORDS)) {
      const [kind, name] = key.split('.');
      const ledger = LEDGER_KINDS.find((one) => one === kind);
      if (!ledger || !name) continue;
      const found = words.split(' ').filter((word) => matchHeader(ledger, word)?.field === name);
      expect(found.length, key).toBeGreaterThanOrEqual(Math.min(3, words.split(' ').length));
      expect(words.split(' ').every(isHeaderWord)).toBe(true);
    }
  });

  it('give every field that matters five names or more', () => {
    const few = everyField.filter(({ kind, field }) => {
      const words = `${HEADER_WORDS[`${kind}.${field.name}`] ?? ''} ${HEADER_WORDS[field.name] ?? ''}`
        .trim()
        .split(/\s+/);
      return field.required && words.length < 5;
    });
    expect(few.map(({ kind, field }) => `${kind}.${field.name}`)).toEqual([]);
  });

  it('are never taken for personal data', () => {
    const eaten = Object.entries(HEADER_WORDS).flatMap(([key, words]) =>
      words
        .split(' ')
        .filter((word) => recognisePersonal(word, ['甲', '乙', '丙']) !== null)
        .map((word) => `${key} ${word}`),
    );
    expect(eaten).toEqual([]);
    expect(isPhoneNumber('529901101201')).toBe(false);
  });

  it('lead to their value', () => {
    const lost: string[] = [];
    for (const [list, values] of Object.entries(CHOICE_WORDS)) {
      const field = everyField.find(({ field: one }) => one.choiceList === list)?.field;
      if (!field) throw new Error(`Got the list ${list} when expected one of a field.`);
      for (const [value, words] of Object.entries(values)) {
        expect(field.choices).toContain(value);
        for (const word of words.split(' ')) {
          const read = readChoice(field, word, 'zh');
          if (!read.ok || read.value !== value) lost.push(`${list} ${word}`);
        }
      }
    }
    expect(lost).toEqual([]);
  });
});
