/** Cells that say "not known" or nothing: never a value, never nought. */
export const BLANK_WORDS: ReadonlySet<string> = new Set(
  '- -- --- — —— / \\ . … … 无数据 暂无 暂缺 未知 不详 不清楚 待定 待核实 待查 待补 缺 空 n/a na nil null none nan unknown tbd ? ？ *'.split(
    ' ',
  ),
);

/** "None" in cells of texts, lists and numbers; yes-or-no columns read it as no. */
export const NONE_WORDS: ReadonlySet<string> = new Set('无 没有 均无 全无'.split(' '));

/** Yes. A word may stand alone or begin with 已 or 是. */
export const YES_WORDS: ReadonlySet<string> = new Set(
  (
    '是 有 √ ✓ ✔ ☑ ✅ ■ ● 对 真 真的 y yes true t 1 已 已有 具备 达标 已达标 合格 通 已通 已通达 安全 完成 已完成 完工 已完工 已竣工 建成 已建成 ' +
    '入住 已入住 已搬 已搬迁 已搬迁入住 拆除 已拆 已拆除 复垦 已复垦 交付 已交付 已交房 已分房 就业 已就业 硬化 已硬化 联结 已联结 消除 已消除 退出 已退出 ' +
    '销号 已销号 已核销 整改到位 已整改 已整改到位 已落实 已解决 通车 已通车 单行 单向 单行道 重点村 是的 yes. 符合 已建'
  ).split(' '),
);

/** No. */
export const NO_WORDS: ReadonlySet<string> = new Set(
  (
    '否 无 没有 没 × ✗ ✘ ❌ ☐ □ ○ x 不 不是 错 假 n no false f 0 未 未有 不具备 不达标 未达标 不合格 不通 未通 未通达 不安全 未完成 未完工 未竣工 在建 未建 ' +
    '未入住 未搬 未搬迁 未拆 未拆除 未复垦 未交付 未交房 未分房 未就业 无就业 未硬化 未联结 未消除 未退出 未销号 未核销 未整改 整改中 未落实 未解决 未通车 双向 双行 非重点村 不符合'
  ).split(' '),
);

/** What a unit measures, and how many of the ledger's basic unit (metre, yuan, 亩, piece) one is. */
export interface UnitWord {
  readonly measures: 'length' | 'money' | 'land' | 'households' | 'people' | 'jobs' | 'degrees';
  readonly factor: number;
}

/** Units as they stand in cells and headers. @see 国务院关于在我国统一实行法定计量单位的命令 (1984): 1 公顷 = 15 亩 */
export const UNIT_WORDS: Readonly<Record<string, UnitWord>> = {
  m: { measures: 'length', factor: 1 },
  米: { measures: 'length', factor: 1 },
  公尺: { measures: 'length', factor: 1 },
  meter: { measures: 'length', factor: 1 },
  meters: { measures: 'length', factor: 1 },
  metre: { measures: 'length', factor: 1 },
  metres: { measures: 'length', factor: 1 },
  km: { measures: 'length', factor: 1000 },
  公里: { measures: 'length', factor: 1000 },
  千米: { measures: 'length', factor: 1000 },
  里: { measures: 'length', factor: 500 },
  cm: { measures: 'length', factor: 0.01 },
  厘米: { measures: 'length', factor: 0.01 },
  元: { measures: 'money', factor: 1 },
  圆: { measures: 'money', factor: 1 },
  yuan: { measures: 'money', factor: 1 },
  rmb: { measures: 'money', factor: 1 },
  cny: { measures: 'money', factor: 1 },
  百元: { measures: 'money', factor: 100 },
  千元: { measures: 'money', factor: 1000 },
  万元: { measures: 'money', factor: 10_000 },
  万圆: { measures: 'money', factor: 10_000 },
  w元: { measures: 'money', factor: 10_000 },
  '10,000yuan': { measures: 'money', factor: 10_000 },
  '10000yuan': { measures: 'money', factor: 10_000 },
  百万元: { measures: 'money', factor: 1_000_000 },
  千万元: { measures: 'money', factor: 10_000_000 },
  亿元: { measures: 'money', factor: 100_000_000 },
  亩: { measures: 'land', factor: 1 },
  mu: { measures: 'land', factor: 1 },
  公顷: { measures: 'land', factor: 15 },
  ha: { measures: 'land', factor: 15 },
  hm2: { measures: 'land', factor: 15 },
  平方米: { measures: 'land', factor: 15 / 10_000 },
  平米: { measures: 'land', factor: 15 / 10_000 },
  m2: { measures: 'land', factor: 15 / 10_000 },
  户: { measures: 'households', factor: 1 },
  households: { measures: 'households', factor: 1 },
  hh: { measures: 'households', factor: 1 },
  人: { measures: 'people', factor: 1 },
  口: { measures: 'people', factor: 1 },
  口人: { measures: 'people', factor: 1 },
  名: { measures: 'people', factor: 1 },
  people: { measures: 'people', factor: 1 },
  persons: { measures: 'people', factor: 1 },
  个: { measures: 'jobs', factor: 1 },
  岗: { measures: 'jobs', factor: 1 },
  jobs: { measures: 'jobs', factor: 1 },
  '°': { measures: 'degrees', factor: 1 },
  度: { measures: 'degrees', factor: 1 },
  degrees: { measures: 'degrees', factor: 1 },
};

/** Measure words that may stand behind a number whose field has its unit elsewhere. */
export const MEASURE_WORDS: ReadonlySet<string> = new Set(
  (
    '头 羽 只 袋 株 棵 吨 公斤 千克 斤 处 个 户 人 座 栋 套 间 口 亩 公顷 平方米 公里 千米 米 条 件 台 辆 块 片 家 所 名 岗 次 批 期 层 年 月 天 日 项 ' +
    '份 箱 筐 盆 桶 升 匹 尾 箱 群 窝 度 级 种 元 m km'
  ).split(' '),
);

/** Chinese multipliers behind a number. */
export const MULTIPLIERS: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  w: 10_000,
  亿: 100_000_000,
};

/** Names of fields whose month without a day means its first day; all others mean its last. */
export const FIRST_DAY_FIELDS: ReadonlySet<string> = new Set(['startsOn', 'from', 'foundOn']);

/** Chinese digits of dates. */
export const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** Parts of a date in words: year, month and day, with what stands between. */
export const DATE_PATTERNS = {
  full: /^(\d{4})[年.\-/、](\d{1,2})[月.\-/、](\d{1,2})(?:[日号]|\.0*)?(?:\s*[T ]?\s*\d{1,2}[::时]\d{1,2}.*)?$/,
  short: /^(\d{2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})[日号]?$/,
  dayFirst: /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/,
  month: /^(\d{4})[年.\-/](\d{1,2})月?(?:份)?$/,
  partOfMonth: /^(\d{4})[年.\-/](\d{1,2})月?(上旬|中旬|下旬|初|中|底|末)$/,
  partOfYear: /^(\d{4})年?(上半年|下半年|第?[一二三四1234]季度)$/,
  year: /^(\d{4})(?:年度?|年底|年末)?$/,
  inside: /(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})[日号]?/g,
  monthInside: /(\d{4})年(\d{1,2})月/g,
} as const;

/** Day on which a part of a month ends; 0 = its last. */
export const PARTS_OF_MONTH: Readonly<Record<string, number>> = {
  初: 1,
  上旬: 10,
  中旬: 20,
  中: 15,
  下旬: 0,
  底: 0,
  末: 0,
};

/** English months by their first three letters. */
export const ENGLISH_MONTHS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const;

/** Negations, before which a word inside a longer text does not count. */
export const NEGATIONS = /[非未不无没]/;

/** A year in a cell, alone or at the head of a date. */
export const YEAR_CELL = /^(\d{4})(?:\.0+)?(?:\s*年度?|[-/.年]\d{1,2}.*|\s*年底)?$/;

/** "Unit:" before the unit of a header. */
export const UNIT_LABEL = /^单位:?/;

/** The unit at the end of a header without brackets: after a sign, or a word that is nothing else. */
export const HEADER_UNIT_TAIL = /(?::|_|单位:?)([^:_]+)$|(万元|亿元|千元|公里|千米|平方米|公顷)$/;

/** "Over" and "odd" behind a rounded number, which do not change it. */
export const ABOUT_SIGNS = /^多|余$/g;

/** A date in Chinese digits. */
export const CHINESE_DATE = /[〇○零一二三四五六七八九]{4}年/;

/** Ten in a month or a day, as figures: alone, before a digit, behind one, between two. */
export const TENS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[年月])十(?=[月日号])/g, '10'],
  [/(?<=[年月])十/g, '1'],
  [/十(?=[月日号])/g, '0'],
  [/十/g, ''],
];

/** A number or letter that counts the values of a list: 五、社会保障兜底一批. */
export const LIST_NUMBER = /^(?:[A-Za-z\d]{1,2}|[一二三四五六七八九十]{1,2})[.、:\s]+(?=\p{Script=Han})/u;

/** "By", behind the date of a deadline. */
export const BEFORE_SIGN = /(?<=[\d日号月底末年])\s*[之以]?前$/;

/** First and last month of a part of the year. */
export const PARTS_OF_YEAR: Readonly<Record<string, readonly [string, string]>> = {
  上半年: ['01', '06'],
  下半年: ['07', '12'],
  一季度: ['01', '03'],
  '1季度': ['01', '03'],
  二季度: ['04', '06'],
  '2季度': ['04', '06'],
  三季度: ['07', '09'],
  '3季度': ['07', '09'],
  四季度: ['10', '12'],
  '4季度': ['10', '12'],
};
