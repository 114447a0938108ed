import type { Page } from '@playwright/test'

/**
 * Runs in the page: what no shape of the wall may be without and this one is. Every overview says that it is a demo, who is on duty and
 * what is to be done next about each thing that needs a person, and has a place for every domain that is connected.
 */
export const missingEssentials = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = (element: Element | null | undefined) => {
      if (!element) return false
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true })
    }
    const said = (text: string) =>
      [...document.querySelectorAll('header *')].some(
        (element) => element.children.length < 2 && element.textContent?.includes(text) && seen(element),
      )
    const rows = [...document.querySelectorAll('[data-exception]')]
    const dumb = rows.filter((row) => !seen(row.querySelector('button > :last-child')))
    // On a page in the hand a domain stands by its key figures.
    const domains = [
      ['hotline', 'hotline-keys'],
      ['service-hall', 'hall-keys'],
      ['video', 'video-keys'],
      ['data-aggregation', 'data-keys'],
    ]
    const absent = domains.filter(
      (ids) => !ids.some((id) => seen(document.querySelector(`[data-panel="${id}"]`))),
    )
    return [
      ...['演示数据', '距交接'].filter((text) => !said(text)),
      ...(rows.length === 0 ? ['no exceptions'] : []),
      ...dumb.map((row) => `no action: ${row.getAttribute('data-exception') ?? ''}`),
      ...absent.map((ids) => `no panel: ${ids.join(' or ')}`),
    ]
  })

/** Runs in the page: what can be pressed and is smaller than a finger, 44 px. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button:not(:disabled), a[href]')].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect()
      if (width === 0 || (width >= 43.5 && height >= 43.5)) return []
      return [`${Math.round(width)}×${Math.round(height)} ${target.textContent || target.ariaLabel || ''}`]
    }),
  )
