import { replaceEqualDeep } from '@tanstack/react-query'
import { useState } from 'react'

/**
 * `value`, or the one before it where both say the same; of a list or an object whatever part says the same. What is worked out anew with
 * every answer mostly comes to what it was, and nothing has to be drawn again for that. Plain values, lists and objects of them.
 */
export function useKept<T>(value: T): T {
  const [keep] = useState(() => {
    let last: T | undefined
    return (next: T) => (last = replaceEqualDeep(last, next))
  })
  return keep(value)
}
