import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

/** A Chinese name in Hanyu Pinyin without tones, as one word with a capital; a name without Chinese characters stays as it is. */
export function toPinyinName(name: string): string {
  if (!HAN.test(name)) return name;
  const spelled = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join('');
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
