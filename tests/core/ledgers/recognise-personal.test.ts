import { describe, expect, it } from 'vitest';
import { formatFieldName, formatValue } from '#core/ledgers/format-field.ts';
import { LEDGER_KINDS } from '#core/ledgers/ledger.ts';
import { getLedger, listLedgerRows } from '#core/ledgers/ledgers.ts';
import { isPhoneNumber, passesIdentityChecksum, passesLuhn } from '#core/ledgers/personal-numbers.ts';
import { recognisePersonal } from '#core/ledgers/recognise-personal.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';

const NAMES = ['王建国', '李秀英', '张伟', '刘德华', '陈桂芳', '杨正明', '罗世才', '欧阳志强', '吴小妹', '韦阿妹'];
const IDS = ['11010519491231002X', '440524188001010014', '52262819780203121X'];

describe('recognisePersonal', () => {
  it('recognises headers of personal data', () => {
    const headers: Readonly<Record<string, readonly string[]>> = {
      name: [
        '姓名',
        '户主',
        '户主姓名',
        '家庭户主',
        '户 主 姓 名',
        '联系人',
        '家庭情况/户主姓名',
        '成员姓名',
        '法定代表人',
        '*姓名',
        '签字',
        '农户姓名(户主)',
      ],
      identity_number: [
        '身份证号',
        '身份证号码',
        '户主身份证',
        '公民身份号码',
        '证件号码',
        'ID card no',
        'sfzh',
        'SFZHM',
        '户主/证件号',
      ],
      telephone: ['电话', '联系电话', '手机', '手机号码', '联系方式', '办公电话', '户主电话', 'Phone', 'TEL', 'mobile'],
      bank_account: ['银行卡号', '一卡通账号', '社保卡号', '开户行', '银行账户', 'Bank account', '帐号'],
      illness: [
        '健康状况',
        '患病情况',
        '病种',
        '大病名称',
        '是否患大病',
        '慢性病',
        '身体状况',
        'Illness',
        '健康状况/具体',
      ],
      disability: ['残疾类别', '残疾等级', '是否残疾', '残疾证号', 'Disability', '残疾情况/等级'],
      birth_date: ['出生日期', '出生年月', '户主/出生日期', '生日', 'Date of birth', 'birth_date'],
      sex: ['性别', '户主性别', 'Sex', 'GENDER'],
      home_address: ['家庭住址', '户籍地址', '现住址', '住址', '门牌号', '详细住址', 'Home address'],
      photograph: ['照片', '住房照片', '照片路径', 'photo', '现场图片'],
    };
    for (const [kind, list] of Object.entries(headers))
      for (const header of list)
        expect(recognisePersonal(header, ['一', '二']), header).toEqual({ kind, by: 'header' });
  });

  it('recognises personal data by cells under any header', () => {
    const columns: readonly (readonly [string, string, readonly (string | number | null)[]])[] = [
      ['name', '备注', NAMES],
      ['name', 'XM', NAMES],
      ['name', 'NAME', NAMES],
      ['name', '名称', NAMES],
      ['name', '责任人', ['王建国', '李秀英', null, '张明']],
      ['name', '帮扶干部', ['张**', '李*', '王某某']],
      ['name', '', ['张三', '李四军', '王五妹', '赵六', '钱小明', '孙正华']],
      ['identity_number', '备注', IDS],
      ['identity_number', '号码', [529901198001010000, 522628197802031200]],
      ['identity_number', 'A', ['520123560708123', '520123781230001', '520123490101222', '520123930615333']],
      ['identity_number', 'B', ['529901********1234', '529901********123X']],
      ['telephone', '备注', ['13812345678', '139-1234-5678', '+86 15012345678']],
      ['telephone', '值班', ['0855-8222333', '0851-88112233', '13812345678/13912345678']],
      ['telephone', '其他', [13812345678, 15912345678]],
      ['bank_account', '其他', ['6222021234567894', '6228480402564890018', '6217000010012345675'].map(fixLuhn)],
      ['photograph', '附件', ['a/1.jpg', 'b/2.PNG']],
      ['illness', '备注', ['户主患肺癌', '', '高血压', '无', '好']],
      ['disability', '说明', ['肢体残疾二级', '视力二级', '']],
      ['illness', '主要原因', ['因病（尿毒症）', '因学', '缺技术', '肝硬化', '因残']],
    ];
    for (const [kind, header, cells] of columns)
      expect(recognisePersonal(header, cells), `${header} ${cells[0]}`).toEqual({ kind, by: 'contents' });
  });

  it('leaves places, posts, units, products and codes', () => {
    const columns: readonly (readonly [string, readonly (string | number | boolean | null)[]])[] = [
      ['行政村', ['白沙村', '石坪村', '龙塘村', '田坝村', '高坡村']],
      ['村名', ['白沙', '石坪', '龙塘', '田坝', '高坡', '江口', '金竹']],
      ['自然村', ['岩脚', '干坪', '白沙', '马家寨', '石家湾']],
      ['组', ['马家', '王家', '李家', '张家', '石家']],
      ['备注', ['岩脚', '干坪', '白沙', '马家寨', '石家湾']],
      ['责任岗位', ['石坪村第一书记', '县水务局帮扶干部', '白沙镇分管副镇长']],
      ['责任人', ['县交通运输局局长', '白沙镇镇长', '石坪村村支书']],
      ['帮扶单位', ['县水务局', '县教育局', '县医院']],
      ['主导产业', ['茶叶', '辣椒', '生猪', '高粱', '白芨']],
      ['产品', ['金银花', '白茶', '黄牛', '石斛', '黄精']],
      ['安置点名称', ['白沙兴业安置点', '石坪安置点', '龙塘安置点']],
      ['户编码', ['5299010010010020017', '5299010010010020018', '5299010010010020019', '5299010010010020020']],
      ['自然村编码', ['529901101201001', '529901101201002', '529901102202001', '529901102202002']],
      ['编码', [529901101201001, 529901201201002]],
      ['与户主关系', ['户主', '配偶', '之子', '之女']],
      ['主要致贫原因', ['因病', '因残', '因学', '缺技术', '因灾']],
      ['因病', ['√', '', '√']],
      ['医疗救助', ['是', '否']],
      ['路面病害', ['无', '坑槽', '裂缝']],
      ['手机信号覆盖', ['是', '否', '是']],
      ['卫生室', ['有', '无']],
      ['残联帮扶项目', ['技能培训', '无']],
      ['户数', [12, 30, 7]],
      ['户主数', [12, 30, 7]],
      ['是否户主', ['是', '否']],
      ['面积', [13812345, 9001]],
      ['资金（元）', [13500000000, 52000]],
      ['X', [35512345.12, 35512399.5]],
      ['经度', [107.512345, 107.52]],
      ['路线编号', ['Y204', 'C049', 'X036']],
      ['建设状态', ['完工', '在建', '已计划']],
      ['整改措施', ['由施工单位修复并重新验收', '补办手续']],
      ['安置方式', ['集中安置', '投亲', '购房', '进城']],
      ['银行贷款（万元）', [12, 30]],
      ['日期', ['2020-07-01', 20200701]],
      ['name', ['Shuiyan Village', 'Baisha']],
      ['NAME', ['白沙', '石坪', '龙塘', '田坝', '高坡', '江口', '金竹', '马家寨', '石家湾']],
      ['地址', ['白沙镇石坪村', '石坪村三组']],
      ['户籍所在地', ['石坪村', '龙塘村']],
      ['性别比', [1.02, 0.98]],
      ['法人', ['白沙茶业有限公司', '石坪种养殖专业合作社']],
    ];
    for (const [header, cells] of columns) expect(recognisePersonal(header, cells), header).toBeNull();
  });

  it('leaves every column of the sample county, in both languages', async () => {
    const rows = await loadSampleCounty();
    const eaten: string[] = [];
    for (const kind of LEDGER_KINDS) {
      const ledger = getLedger(kind);
      const entries = listLedgerRows(rows, kind)
        .slice(0, 3000)
        .map((row) => ledger.toEntry(row as never, { asOf: rows.dataDate }));
      for (const field of ledger.fields)
        for (const language of ['zh', 'en'] as const) {
          const cells = entries.map(({ values }) => formatValue(language, field, values[field.name] ?? null));
          for (const header of [formatFieldName(language, kind, field), field.name, field.shortName]) {
            const found = recognisePersonal(header, cells);
            if (found) eaten.push(`${kind} ${header}: ${found.kind} by ${found.by}`);
          }
        }
    }
    expect(eaten).toEqual([]);
  }, 60_000);

  it('looks at a long column only in part', () => {
    const cells = Array.from({ length: 50_000 }, (_, index) => NAMES[index % NAMES.length] ?? '');
    expect(recognisePersonal('户主姓名', cells)?.kind).toBe('name');
  });
});

describe('personal numbers', () => {
  it('follow the published check digits', () => {
    // GB 11643-1999, annex: the two worked numbers
    expect(passesIdentityChecksum('11010519491231002X')).toBe(true);
    expect(passesIdentityChecksum('440524188001010014')).toBe(true);
    expect(passesIdentityChecksum('440524188001010015')).toBe(false);
    // ISO/IEC 7812-1: a card number of the usual test set
    expect(passesLuhn('4539 1488 0343 6467')).toBe(true);
    expect(passesLuhn('4539148803436468')).toBe(false);
  });

  it('tell telephones from other numbers', () => {
    for (const one of ['13812345678', '0855-8222333', '(0855)8222333', '400-123-4567', '138 1234 5678', '138****5678'])
      expect(isPhoneNumber(one), one).toBe(true);
    for (const one of ['529901101201', '12812345678', '2026', '107.51', '1381234567', 'Y204', ''])
      expect(isPhoneNumber(one), one).toBe(false);
  });
});

/** The number with the last digit that makes it a card number. */
function fixLuhn(text: string): string {
  const digits = Array.from({ length: 10 }, (_, last) => `${text.slice(0, -1)}${last}`);
  return digits.find(passesLuhn) ?? text;
}
