import { useArea } from '#client/state/use-area.ts';
import { useText } from '#client/state/use-text.ts';
import { openArea, useView } from '#client/state/view-store.ts';
import { formatViewUrl } from '#client/state/view-url.ts';
import { PlainLink } from '#client/ui/plain-link.tsx';

/** County > town > village. */
export function BreadcrumbPanel() {
  const say = useText();
  const view = useView((current) => current);
  const detail = useArea().data;
  if (!detail) return <nav className="breadcrumb" aria-label={say('breadcrumb')} />;
  const chain = [...detail.parents, detail.area];
  return (
    <nav className="breadcrumb" aria-label={say('breadcrumb')}>
      <ol>
        {chain.map((area, index) => (
          <li key={area.code}>
            <PlainLink
              href={formatViewUrl({ ...view, area: area.code, camera: null, thing: null, part: null })}
              current={index === chain.length - 1}
              onOpen={() => openArea(area.code)}
            >
              {view.language === 'zh' ? area.name : area.nameEn}
            </PlainLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
