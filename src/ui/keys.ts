/** Whether somebody writes there: every key is his. A slider takes its arrows and nothing else. */
export const isWritten = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('textarea, input:not([type=range])') !== null

/** Whether a key is one of the page's: nobody has taken it, holds another with it, writes, or has a sheet open. */
export const isPageKey = (event: KeyboardEvent): boolean =>
  !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) &&
  !isWritten(event.target) &&
  !document.querySelector('dialog[open]')
