import type { FC } from 'react'
import { flushSync } from 'react-dom'
import { PAPER_EVENT } from '../../../charts/paper'
import { PaperHead, type PaperHeadProps } from './PaperHead'
import { placeOf } from './place'
import './paper.css'

/** The page as it is laid out for paper. */
export interface Paper {
  /** Pixels per design unit. */
  readonly u: number
  readonly place: typeof placeOf
  readonly Head: FC<PaperHeadProps>
}

/** What is measured once may stand in what is measured with it: the second look sees the first one's result. */
const LOOKS = 2

/** Told apart from every other unit, so that all that measures by the unit does so again. */
const APART = 1e-6

function unitNow(): number {
  const probe = document.createElement('i')
  probe.style.cssText = 'position: absolute; width: calc(1000 * var(--u))'
  document.body.append(probe)
  const { width } = probe.getBoundingClientRect()
  probe.remove()
  return width / 1000
}

/**
 * Calls `show` with the paper when printing begins and with null when it ends. A browser prints what stands when `beforeprint`
 * has been told: it waits for no promise, no frame and no observer, so all is laid out and drawn before this returns. The size
 * of the paper is not known then, and may change while the person looks at the preview: the style sheet alone follows it.
 * @returns how to stop
 */
export function watchPaper(show: (paper: Paper | null) => void): () => void {
  const query = window.matchMedia('print')
  const { dataset } = document.documentElement
  const begin = () => {
    dataset.paper = ''
    const unit = unitNow()
    for (let look = 1; look <= LOOKS; look++)
      flushSync(() => show({ u: unit * (1 + look * APART), place: placeOf, Head: PaperHead }))
    flushSync(() => window.dispatchEvent(new Event(PAPER_EVENT)))
  }
  const end = () => {
    if (dataset.paper === undefined) return
    delete dataset.paper
    flushSync(() => show(null))
    // The window may have changed meanwhile, which the screen's own measure has kept still for.
    window.dispatchEvent(new Event('resize'))
    flushSync(() => window.dispatchEvent(new Event(PAPER_EVENT)))
  }
  const onMedium = () => (query.matches ? begin() : end())
  const onResize = () => dataset.paper !== undefined && begin()
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  window.addEventListener('resize', onResize)
  query.addEventListener('change', onMedium)
  if (query.matches) begin()
  return () => {
    window.removeEventListener('resize', onResize)
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
    query.removeEventListener('change', onMedium)
  }
}
