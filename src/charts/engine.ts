import EChartsReactCore from 'echarts-for-react/esm/core'
import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

echarts.use([LineChart, BarChart, CustomChart, GridComponent, TooltipComponent, CanvasRenderer])

/**
 * echarts-for-react without its warm-up instance. The library first makes a throw-away chart and waits for its `finished`
 * event, which needs an animation frame: in an occluded wall window the chart would never be made, and an option that
 * changes meanwhile can leave events and resizing unbound. One instance, at once, has neither problem.
 */
export class Engine extends EChartsReactCore {
  override async initEchartsInstance(): Promise<echarts.ECharts> {
    const { devicePixelRatio = window.devicePixelRatio } = this.props.opts ?? {}
    const chart = echarts.init(this.ele, null, { renderer: 'canvas', devicePixelRatio })
    await Promise.resolve()
    // The library goes on with the element after this; a chart unmounted in the meantime must not come back.
    return this.ele.isConnected ? chart : new Promise<never>(() => undefined)
  }
}

export { echarts }
