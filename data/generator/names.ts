import { pinyin } from 'pinyin-pro';
import type { Random } from './random.ts';

/** Invented names of the eighteen towns; the first is the county seat. */
export const TOWN_NAMES = [
  '城关镇',
  '云台镇',
  '龙坪镇',
  '河口镇',
  '石门镇',
  '大湾镇',
  '白沙镇',
  '桐木镇',
  '马鞍镇',
  '双溪镇',
  '清水镇',
  '茶园镇',
  '新场镇',
  '花桥镇',
  '高寨乡',
  '凉风乡',
  '杉坪乡',
  '岩脚乡',
] as const;

const FIRST = [
  ...'石大龙白青红高新老长金银马牛羊虎茶竹松杉桐梨桃杨柳枫麻沙岩水云雾凉双三五九上中下黄罗田谭覃沈瓦桑棉桂樟火平安兴永太',
];
const SECOND = [...'坪坝湾冲沟寨岭坡塘溪河桥庄屯关口洞场田垭山林井岩坳堡槽盘'];
const GROUP_FIRST = [
  ...'上下中大小老新岩田塘沟坳坡河桥竹柏枫杉茶马牛羊瓦石红黄白长团尖后前外里东西南北水烂干麻桃李杨柳',
];
const GROUP_SECOND = [...'湾寨坪坝冲沟坡坳塘井岩垭院屋林田堡槽盘丫头边脚'];

/** Names that have not been given yet in the scope of one taker. */
export interface NameTaker {
  take(): string;
}

/** Two-character place names, each given once. */
export function createPlaceNames(random: Random, reserved: readonly string[]): NameTaker {
  return createTaker(random, FIRST, SECOND, reserved);
}

/** Names of natural villages and groups, each given once per taker. */
export function createGroupNames(random: Random): NameTaker {
  return createTaker(random, GROUP_FIRST, GROUP_SECOND, []);
}

function createTaker(
  random: Random,
  first: readonly string[],
  second: readonly string[],
  reserved: readonly string[],
): NameTaker {
  const given = new Set(reserved);
  return {
    take: () => {
      for (;;) {
        const name = random.pick(first) + random.pick(second);
        if (given.has(name) || name.charAt(0) === name.charAt(1)) continue;
        given.add(name);
        return name;
      }
    },
  };
}

/** Pinyin without tones as one capitalised word. */
export function toPinyin(name: string): string {
  const word = pinyin(name, { toneType: 'none', type: 'array', v: true }).join('').toLowerCase();
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const GENERIC_NAMES: readonly (readonly [suffix: string, english: string])[] = [
  ['镇', 'Town'],
  ['乡', 'Township'],
  ['村', 'Village'],
  ['组', 'Group'],
  ['河', 'River'],
  ['江', 'River'],
  ['溪', 'Brook'],
  ['沟', 'Brook'],
];

/** Pinyin of the specific part and English for a generic last character: 云台镇 becomes Yuntai Town. */
export function toEnglishName(name: string): string {
  for (const [suffix, english] of GENERIC_NAMES) {
    if (name.endsWith(suffix) && name.length > suffix.length + 1) {
      return `${toPinyin(name.slice(0, -suffix.length))} ${english}`;
    }
  }
  return toPinyin(name);
}
