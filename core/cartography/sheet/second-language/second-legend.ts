import type { LegendGroup, MapDefinition } from '../../map-definition.ts';

/** A definition with its title in both languages, whose legend says every line in both, those of the same map in the second language behind those of the first. */
export const withSecondLegend = (definition: MapDefinition, second: MapDefinition): MapDefinition => {
  const labels = new Map(second.legend.flatMap(({ entries }) => entries.map(({ id, label }) => [id, label] as const)));
  return {
    ...definition,
    secondTitle: second.title,
    legend: definition.legend.map((group, index): LegendGroup => {
      const title = second.legend[index]?.title;
      return {
        ...group,
        title: both(group.title, title),
        entries: group.entries.map((entry) => ({ ...entry, label: both(entry.label, labels.get(entry.id)) })),
      };
    }),
  };
};

/** Both texts in one; a text that is as good as the same in both languages (`2024年`, `2024`) once. */
const both = (first: string, second: string | undefined): string =>
  second === undefined || first.includes(second) || second.includes(first) ? first : `${first} ${second}`;
