import { writePlanName } from '#client/state/plan-name.ts';
import { useArea } from '#client/state/use-area.ts';
import { usePlans } from '#client/state/use-plans.ts';
import { useAreaOf } from '#client/state/use-sheet-areas.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { openArea, setAsOf, useView, useViewStore } from '#client/state/view-store.ts';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import { Pick } from '#client/ui/pick.tsx';
import type { AreaSummary } from '#core/api/areas.ts';
import { MAP_KINDS } from '#core/county/kinds.ts';
import { DayField } from './day-field.tsx';

const COUNTY_DIGITS = 6;
const TOWN_DIGITS = 9;

/** Which map of which area, as of which day, under which plan. */
export function SubjectPanel() {
  const say = useTopic('sheetRoom');
  const sayApp = useText();
  const map = useView((view) => view.map);
  const change = useViewStore((store) => store.change);
  return (
    <section className="room-section" aria-label={say('subject')}>
      <AreaFields />
      <Pick
        label={say('map')}
        value={map}
        options={MAP_KINDS.map((kind) => ({ value: kind, label: sayApp(`map_${kind}`) }))}
        onPick={(next) => change({ map: next, thing: null, figure: null })}
      />
      <AsOfField />
      <PlanField />
    </section>
  );
}

/** County, town, village: each list opens the next. */
function AreaFields() {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  const area = useView((view) => view.area) ?? '';
  const countyCode = area.slice(0, COUNTY_DIGITS);
  const townCode = area.length >= TOWN_DIGITS ? area.slice(0, TOWN_DIGITS) : null;
  const county = useAreaOf(countyCode).data;
  const town = useAreaOf(townCode).data;
  const nameOf = (each: AreaSummary): string => (language === 'zh' ? each.name : each.nameEn);
  const list = (all: string, code: string, areas: readonly AreaSummary[]) => [
    { value: code, label: all },
    ...areas.map((each) => ({ value: each.code, label: nameOf(each) })),
  ];
  return (
    <>
      <LabelledSelect
        label={say('town')}
        value={townCode ?? countyCode}
        options={list(say('whole_county'), countyCode, county?.children ?? [])}
        onPick={openArea}
      />
      <LabelledSelect
        label={say('village')}
        value={area}
        options={list(say('whole_town'), townCode ?? area, town?.children ?? [])}
        disabled={townCode === null}
        onPick={openArea}
      />
    </>
  );
}

function AsOfField() {
  const say = useTopic('sheetRoom');
  const dataDate = useArea().data?.county.dataDate ?? '';
  const asOf = useView((view) => view.asOf) ?? dataDate;
  return <DayField id="sheet-as-of" label={say('as_of')} day={asOf} onPick={(day) => setAsOf(day, 'replace')} />;
}

function PlanField() {
  const say = useTopic('sheetRoom');
  const sayPlan = useTopic('plans');
  const language = useView((view) => view.language);
  const { items = [], inForce } = usePlans().data ?? {};
  const { wish, chooseOptions } = useSheetWish();
  const others = items.filter(({ code }) => code !== inForce);
  return (
    <LabelledSelect
      id="sheet-plan"
      label={say('plan')}
      value={wish.options.plan ?? ''}
      options={[
        { value: '', label: say('plan_in_force') },
        ...others.map((plan) => ({
          value: plan.code,
          label: say('plan_item', { name: writePlanName(plan, language), status: sayPlan(`status_${plan.status}`) }),
        })),
      ]}
      onPick={(plan) => chooseOptions({ plan: plan === '' ? null : plan })}
    />
  );
}
