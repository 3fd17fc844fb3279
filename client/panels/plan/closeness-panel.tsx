import { writeKm } from '#client/state/trip-words.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { SiteEvaluationAnswer } from '#core/api/plans.ts';

/** Which of town, park and central village a site is close to, along roads. */
export function ClosenessPanel({ site }: { readonly site: SiteEvaluationAnswer }) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  return (
    <>
      <h4>{say('closeness')}</h4>
      <table className="plan-account">
        <tbody>
          {site.closeness.map(({ kind, name, nameEn, km, limitKm, isNear }) => (
            <tr key={kind}>
              <th scope="row">
                {say(`close_${kind}`)} {(language === 'en' ? nameEn : name) ?? ''}
              </th>
              <td className="numeral">
                <span className={isNear ? 'plan-change is-better' : 'plan-change is-neutral'}>
                  {km === null
                    ? say('close_none')
                    : say(isNear ? 'close_within' : 'close_beyond', {
                        km: writeKm(km, language),
                        limit: writeKm(limitKm, language),
                      })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
