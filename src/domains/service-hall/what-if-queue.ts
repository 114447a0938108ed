/** From `from` on, in the clock of the customers, `open` counters take people. */
export interface Staff {
  readonly from: number
  readonly open: number
}

/** Who comes and how long each takes at a counter, in the order of the queue: one clock and one unit for all of it. */
export interface Crowd {
  /** When each joined, rising. Those who wait already have joined before the beginning. */
  readonly joined: Float64Array
  readonly takes: Float64Array
  /** When each of those who are at a counter at the beginning leaves it, in any order. */
  readonly leaves: Float64Array
}

/**
 * When each of a crowd is called, from moment 0 on: first come first served, by as many counters as are open; whoever is at one that
 * closes is served to the end. Infinity where it never comes to that. A pure function, and as there are more counters nobody is ever
 * called later (each call needs fewer people busy than counters open, and who was called earlier has left earlier).
 * @param staff rising by `from`, the first at or before 0
 */
export function callsOf({ joined, takes, leaves }: Crowd, staff: readonly Staff[]): Float64Array {
  const calls = new Float64Array(joined.length)
  const busy = createHeap(Math.max(leaves.length, ...staff.map(({ open }) => open)))
  for (const at of leaves) busy.push(at)
  let [now, step] = [0, 0]
  for (let i = 0; i < joined.length; i++) {
    now = Math.max(now, joined[i] ?? 0)
    for (;;) {
      while (busy.size > 0 && busy.first <= now) busy.pop()
      while ((staff[step + 1]?.from ?? Infinity) <= now) step++
      if (busy.size < (staff[step]?.open ?? 0)) break
      now = Math.min(busy.size > 0 ? busy.first : Infinity, staff[step + 1]?.from ?? Infinity)
      if (now === Infinity) return calls.fill(Infinity, i)
    }
    calls[i] = now
    busy.push(now + (takes[i] ?? 0))
  }
  return calls
}

/** Numbers of which the least is always at hand. */
function createHeap(most: number) {
  const heap = new Float64Array(most)
  let size = 0
  const at = (i: number) => heap[i] ?? Infinity
  return {
    get size() {
      return size
    },
    get first() {
      return at(0)
    },
    push(value: number) {
      let i = size++
      for (let up = (i - 1) >> 1; i > 0 && at(up) > value; up = (i - 1) >> 1) {
        heap[i] = at(up)
        i = up
      }
      heap[i] = value
    },
    pop() {
      const last = at(--size)
      let i = 0
      for (let down = 1; down < size; down = 2 * i + 1) {
        if (down + 1 < size && at(down + 1) < at(down)) down++
        if (at(down) >= last) break
        heap[i] = at(down)
        i = down
      }
      heap[i] = last
    },
  }
}
