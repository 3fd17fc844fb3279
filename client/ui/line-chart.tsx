import { LineChart as LineSeries } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([LineSeries, GridComponent, MarkLineComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** One line of a chart; null = no value at that place. */
export interface ChartLine {
  readonly name: string;
  readonly color: string;
  readonly dashed: boolean;
  readonly values: readonly (number | null)[];
}

interface LineChartProps {
  readonly label: string;
  readonly places: readonly string[];
  readonly lines: readonly ChartLine[];
  /** The place that a vertical line marks. */
  readonly marked: string | null;
  readonly ink: string;
  readonly hairline: string;
  readonly fontPixels: number;
  /** Top of the vertical axis, for rates; null = what the values need. */
  readonly top: number | null;
  readonly formatValue: (value: number) => string;
  /** A click on the chart, by the index of the nearest place. */
  readonly onPick: (index: number) => void;
}

/** Lines over places in order; drawn as SVG. */
export function LineChart(props: LineChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const chart = useRef<ReturnType<typeof init> | null>(null);
  useEffect(() => {
    if (!holder.current) return;
    const created = init(holder.current, null, { renderer: 'svg' });
    chart.current = created;
    created.getZr().on('click', ({ offsetX, offsetY }) => {
      const [index = 0] = created.convertFromPixel({ gridIndex: 0 }, [offsetX, offsetY]);
      latest.current.onPick(Math.round(index));
    });
    const observer = new ResizeObserver(() => created.resize());
    observer.observe(holder.current);
    return () => {
      observer.disconnect();
      created.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(createOption(props), { notMerge: true });
  }, [props]);
  return <div ref={holder} className="line-chart" role="img" aria-label={props.label} />;
}

function createOption(props: LineChartProps) {
  const { ink, hairline, fontPixels, formatValue } = props;
  const axisLabel = { color: ink, fontSize: fontPixels };
  const format = (value: unknown): string => (typeof value === 'number' ? formatValue(value) : '—');
  return {
    animation: false,
    aria: { enabled: false },
    grid: { left: 4, right: 12, top: 10, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { trigger: 'axis', valueFormatter: format, confine: true, textStyle: { fontSize: fontPixels } },
    xAxis: {
      type: 'category',
      data: [...props.places],
      boundaryGap: false,
      axisLabel: {
        ...axisLabel,
        interval: (_: number, place: string) => place.endsWith('-01'),
        formatter: (place: string) => place.slice(0, 4),
      },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: hairline } },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      max: props.top ?? undefined,
      axisLabel: { ...axisLabel, formatter: format },
      splitLine: { lineStyle: { color: hairline } },
    },
    series: props.lines.map((line, index) => ({
      type: 'line',
      name: line.name,
      data: [...line.values],
      showSymbol: false,
      color: line.color,
      lineStyle: { width: fontPixels / 6, type: line.dashed ? 'dashed' : 'solid' },
      markLine:
        index === 0 && props.marked
          ? {
              silent: true,
              symbol: 'none',
              label: { show: false },
              lineStyle: { color: ink, type: 'solid', width: 1 },
              data: [{ xAxis: props.marked }],
            }
          : undefined,
    })),
  };
}
