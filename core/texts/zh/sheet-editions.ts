/** What public editions print in place of what they hide. */
export const sheetEditions = {
  small_households: '<3',
  small_people: '<10',
  withheld: '不公开',
  people: '人数{count}',
  counts_on: '截至{date}',
  no_counts_yet: '尚无公开数据',
  note_counts: '户数、人数截至{date}，每年公布一次。',
  note_no_counts: '户数、人数每年公布一次，首次公布之前不载。',
  note_hidden: '少于3户记“<3”，少于10人记“<10”；可据以推算出上述数字的，记“不公开”。',
  counts_towns: '各乡镇{target}',
  counts_villages: '各村{target}',
  legend_share_none: '不适用或不公开',
  legend_circle_note: '圆面积与户数成正比；少于3户和不公开的村不画',
} as const;
