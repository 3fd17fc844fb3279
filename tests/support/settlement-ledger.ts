import { lonLatToGcj02 } from '#core/geo/datum-shift.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { encodeGbk } from './encode-gbk.ts';

/** A settlement as a town would list it: households that are registered there, and those that live there. */
export interface ListedSettlement {
  readonly town: string;
  readonly village: string;
  readonly code: string;
  readonly name: string;
  readonly households: number;
  readonly residents: number;
  /** EPSG:4490. */
  readonly position: LonLat;
}

/**
 * The ledger of settlements as a town sends it: saved in GBK, a title over everything, a header of two rows merged over its columns, a head of
 * the group with a telephone that nobody may keep, coordinates from a phone's map in GCJ-02, and a row of totals.
 */
export function writeSettlementLedger(settlements: readonly ListedSettlement[]): Buffer {
  const sum = (pick: (settlement: ListedSettlement) => number): number =>
    settlements.reduce((total, settlement) => total + pick(settlement), 0);
  const rows = settlements.map(({ town, village, code, name, households, residents, position }, place) => {
    const [lon, lat] = lonLatToGcj02(position);
    const head = [place + 1, town, village, code, name, HEADS[place % HEADS.length], `1398${7_000_000 + place}`];
    return [...head, `${households}户`, residents, lon.toFixed(8), lat.toFixed(8)];
  });
  const lines = [
    ['青岭县自然村台账（2026年11月）', ...BLANK],
    ['序号', '所在地', '', '自然村', '', '负责人', '', '规模', '', '坐标（手机地图）', ''],
    ['', '乡镇', '行政村', '编码', '名称', '姓名', '联系电话', '户籍户数', '常住户数', '经度', '纬度'],
    ...rows,
    ['合计', '', '', '', '', '', '', sum(({ households }) => households), sum(({ residents }) => residents), '', ''],
  ];
  return encodeGbk(`${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`);
}

const BLANK = Array.from({ length: 10 }, () => '');
const HEADS = ['王建国', '李桂英', '张志明', '刘秀兰', '陈大伟'];
