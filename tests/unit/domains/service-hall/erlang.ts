/** What queueing theory says of `c` counters, of which `load` are at work on average: M/M/c in its steady state. */
export interface ErlangC {
  /** Share of people who wait at all. */
  readonly waits: number
  /** Mean wait of everybody, in mean services. */
  readonly mean: number
  /** Share of people who wait longer than `t` mean services. */
  readonly longer: (t: number) => number
}

export function erlangC(c: number, load: number): ErlangC {
  // Erlang B by its recursion, which never overflows.
  let blocked = 1
  for (let n = 1; n <= c; n++) blocked = (load * blocked) / (n + load * blocked)
  const waits = blocked / (1 - (load / c) * (1 - blocked))
  return {
    waits,
    mean: waits / (c - load),
    longer: (t) => waits * Math.exp(-(c - load) * t),
  }
}
