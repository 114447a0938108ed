import { TooltipComponent } from 'echarts/components'
import { use as register } from 'echarts/core'

/** Adds tooltips to every chart that is made from now on. Charts that exist keep the components they were made with. */
export function registerTooltip(): void {
  register([TooltipComponent])
}
