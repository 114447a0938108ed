import EChartsReactCore from 'echarts-for-react/esm/core'
import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { dispose, getInstanceByDom, init, use as register, type ECharts } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

// What the forms draw with and no more. The tooltip, and the axis pointer it brings along, come with the first pointer.
register([LineChart, BarChart, CustomChart, GridSimpleComponent, CanvasRenderer])

/** The part of the library that the React component asks for; handing over the whole namespace would ship all of it. */
export const echarts = { init, dispose, getInstanceByDom }

/**
 * echarts-for-react without its warm-up instance. The library first makes a throw-away chart and waits for its `finished`
 * event, which needs an animation frame: in an occluded wall window the chart would never be made, and an option that
 * changes meanwhile can leave events and resizing unbound. One instance, at once, has neither problem.
 */
export class Engine extends EChartsReactCore {
  override async initEchartsInstance(): Promise<ECharts> {
    const { devicePixelRatio = window.devicePixelRatio } = this.props.opts ?? {}
    const chart = init(this.ele, null, { renderer: 'canvas', devicePixelRatio })
    await Promise.resolve()
    // The library goes on with the element after this; a chart unmounted in the meantime must not come back.
    return this.ele.isConnected ? chart : new Promise<never>(() => undefined)
  }
}
