/** First cells of a row that says the sum of others, without its blanks. */
export const TOTAL_ROW =
  /^.{0,12}?(?:合计|小计|总计|共计|累计|汇总|总和)(?:\(.{0,8}\))?[::]?$|^(?:grand|sub)?-?totals?:?$|^sum:?$/i;

/** First cell of a row below a table that says who made it, or explains. */
export const FOOT_ROW =
  /^(?:注|备注|说明|填表说明|附注|填表人|填报人|制表人|制表|审核人|审核|复核|负责人|单位负责人|联系电话|联系人|填报单位|填报时间|填表日期|填报日期|制表日期|报送单位|报送时间|数据来源|审批|签字|盖章|note|notes|source|remarks?)[::\d(.、]|单位负责人.{0,4}签|(?:\(盖章\)|\(签字\)|\(公章\))/i;

/** A line above a table that is no part of the header: who reports, when, in which unit. */
export const LINE_ABOVE = /[::]|^\d{4}[年.\-/]\d{1,2}|(?:附件|附表|表)\s*\d|(?:\(盖章\)|\(公章\)|填报|制表|单位负责人)/;

/** The unit in which a table says that its money is, in a line above it. */
export const UNIT_LINE = /(?:计量)?单位[::]?.*?(万元|千元|百元|亿元|元)(?![\p{Script=Han}])/u;

/** Headers of money, which such a line is about. */
export const MONEY_HEADER = /资金|投资|金额|费用|造价|经费|补助|补偿|拨付|支出|到位|下达|预算|决算|合同价/;

/** A row below a header that says units, one a column. */
export const UNIT_CELL =
  /^\(?(?:万元|元|亿元|千元|公里|千米|米|km|m|户|人|个|处|亩|公顷|平方米|㎡|m2|条|座|年|月|%|度|°|头|吨|栋|套|口|份|次|天)\)?$/i;

/** A row below a header that numbers the columns. */
export const INDEX_CELL = /^\(?(?:\d{1,3}|[甲乙丙丁戊己庚辛壬癸]|[A-Z]{1,2}|[①-⑳]|[一二三四五六七八九十]{1,3})\)?$/;

/** Headers of running numbers, which are no field. */
export const SERIAL_HEADER =
  /^(?:序号|编号序号|行号|顺序号|序列|项次|序|no\.?|№|s\/?n|#|serial(?:no|number)?|index|row(?:no)?|fid|objectid|gid|ogc_?fid|oid)$/i;

/** A cell that says: as in the row above. */
export const DITTO_CELL = /^(?:同上|同前|〃|″|ditto|do\.)$/i;

/** Headers of the areas by which a ledger is often grouped: the name stands once, above the rows it holds for. */
export const GROUP_HEADER =
  /(?:^|[/所属在])(?:乡镇|乡镇名称|乡\(镇\)|乡\(镇、街道\)|镇|镇乡|乡镇街道|行政村|行政村名称|建制村|建制村名称|村|村名|村\(社区\)|村居|town(?:ship)?|village)$/i;
