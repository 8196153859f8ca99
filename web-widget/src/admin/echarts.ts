import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export type Chart = Pick<ECharts, 'resize' | 'dispose'>;

/** A row of numbers; `null` is not drawn. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly line?: boolean;
}

export interface Drawing {
  readonly names: readonly string[];
  readonly series: readonly Series[];
  readonly lying: boolean;
  readonly colours: readonly string[];
}

/** Draws anew into the chart there is, or into a new one. */
export function draw(chart: Chart | undefined, into: HTMLElement, drawing: Drawing): Chart {
  const it = (chart as ECharts | undefined) ?? init(into);
  const names = {
    type: 'category' as const,
    data: [...drawing.names],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#7c8894' } },
    axisLabel: { color: '#47515b', hideOverlap: true },
    inverse: drawing.lying,
  };
  const amounts = {
    type: 'value' as const,
    minInterval: 1,
    splitLine: { lineStyle: { color: '#e3e7eb' } },
    axisLabel: { color: '#47515b', hideOverlap: true },
  };
  it.setOption(
    {
      animation: false,
      color: [...drawing.colours],
      textStyle: { fontFamily: 'inherit' },
      grid: {
        left: 8,
        right: 16,
        top: drawing.series.length > 1 ? 36 : 12,
        bottom: 8,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      tooltip: { trigger: 'axis', confine: true },
      ...(drawing.series.length > 1 ? { legend: { top: 0, right: 0, itemHeight: 10, itemWidth: 14 } } : {}),
      xAxis: drawing.lying ? amounts : names,
      yAxis: drawing.lying ? names : amounts,
      series: drawing.series.map((series) => ({
        name: series.name,
        type: series.line ? ('line' as const) : ('bar' as const),
        data: [...series.values],
        barMaxWidth: 22,
        symbolSize: 5,
        itemStyle: series.line ? {} : { borderRadius: drawing.lying ? [0, 3, 3, 0] : [3, 3, 0, 0] },
      })),
    },
    true,
  );
  return it;
}
