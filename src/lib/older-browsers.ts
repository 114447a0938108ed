/**
 * What Chromium 109 lacks of the language level we write (ES2023): four methods of lists, there from 110 on. 109 is the last one for
 * Windows 7 and what many offices run. Imported first by the page and by every worker; the compiler refuses anything newer.
 */
function add(name: string, method: (this: unknown[], ...args: never[]) => unknown): void {
  if (!(name in Array.prototype))
    Object.defineProperty(Array.prototype, name, { value: method, writable: true, configurable: true })
}

add('toSorted', function (compare?: (a: unknown, b: unknown) => number) {
  return Array.from(this).sort(compare)
})

add('toReversed', function () {
  return Array.from(this).reverse()
})

add('toSpliced', function (...[start, ...rest]: [number, number, ...unknown[]]) {
  const copy = Array.from(this)
  copy.splice(start, ...rest)
  return copy
})

add('with', function (index: number, value: unknown) {
  const copy = Array.from(this)
  const at = index < 0 ? copy.length + index : index
  if (!(at in copy)) throw new RangeError(`no item ${index} in a list of ${copy.length}`)
  copy[at] = value
  return copy
})

export {}
