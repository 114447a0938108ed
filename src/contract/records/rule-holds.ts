/** How a number may break a limit. */
export const holds = {
  above: (a: number, b: number) => a > b,
  below: (a: number, b: number) => a < b,
  'at-least': (a: number, b: number) => a >= b,
  'at-most': (a: number, b: number) => a <= b,
} as const
