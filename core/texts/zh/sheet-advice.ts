/** Reasons of the paper adviser. */
export const sheetAdvice = {
  scale: '{paper}{orientation}可印 {scale}',
  landscape: '横幅',
  portrait: '竖幅',
  share: '区域占纸面 {percent}%',
  share_small: '区域只占纸面 {percent}%，纸面浪费较多',
  roll_length: '卷筒纸裁 {meters} 米',
  heights_wall:
    '标题字高 {title} 毫米、乡镇名 {town} 毫米、村名 {village} 毫米，可上墙：3 米看标题、2 米看乡镇、1 米看村名',
  heights_table: '村名字高 {village} 毫米，宜在桌面近看，上墙 1 米外看不清',
  heights_hand: '村名字高 {village} 毫米，宜手持阅读',
  names_room: '{count} 个地名平均相距 {millimeters} 毫米，注记放得开',
  names_tight: '{count} 个地名平均相距 {millimeters} 毫米，注记偏密',
  names_crowded: '{count} 个地名平均相距 {millimeters} 毫米，注记放不下，将有较多地名只列入索引',
  usual_scale: '达到常用比例尺（{scale} 或更大）',
  below_usual_scale: '小于常用比例尺 {scale}',
  recommended: '推荐',
} as const;
