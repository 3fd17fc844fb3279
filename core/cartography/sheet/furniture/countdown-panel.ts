import { dateToDay, type IsoDate } from '../../../county/dates.ts';
import { formatDate } from '../../../indicators/format-figure.ts';
import type { DrawItem } from '../drawing.ts';
import { type FurnitureKit, type Panel, secondSaying } from '../furniture-kit.ts';
import { HAIRLINE, INK_2, lineItem, textItem } from '../shapes.ts';

const SEAL = '#A8321F';

/** 截至本图日期剩余 N 天: counted from the sheet's date, never from the clock. */
export function createCountdownPanel(
  kit: FurnitureKit,
  input: { readonly asOf: IsoDate; readonly deadline: IsoDate },
): Panel {
  const { headline, heading, table } = kit.em;
  const height = headline * 2.15;
  const days = dateToDay(input.deadline) - dateToDay(input.asOf);
  const label = kit.say(days >= 0 ? 'countdown' : 'countdown_over');
  const second = secondSaying(kit, days >= 0 ? 'countdown' : 'countdown_over');
  const amount = kit.say('countdown_days', { days: Math.abs(days) });
  return {
    id: 'countdown',
    title: label,
    leastHeight: () => height,
    set: (width) => {
      const amountSize = headline * 1.35;
      const room = width - kit.measure(amount, 'bold', amountSize) - headline * 0.3;
      const labelSize = Math.min(heading * 0.95, (heading * 0.95 * room) / kit.measure(label, 'bold', heading * 0.95));
      const baseline = headline * 1.3;
      const items: DrawItem[] = [
        textItem(label, [0, baseline - headline * 0.25], { size: labelSize, font: 'bold' }),
        textItem(amount, [width, baseline], { size: amountSize, font: 'bold', color: SEAL, anchor: 'end' }),
        textItem(
          [kit.say('countdown_deadline', { date: formatDate(input.deadline, kit.language) }), second]
            .filter(Boolean)
            .join(kit.language === 'zh' ? '　' : '   '),
          [0, baseline + table * 1.1],
          {
            size: table,
            color: INK_2,
          },
        ),
        lineItem([0, height - kit.line(0.25), width, height - kit.line(0.25)], {
          color: HAIRLINE,
          width: kit.line(0.25),
        }),
      ];
      return { height, items, omitted: 0 };
    },
  };
}
