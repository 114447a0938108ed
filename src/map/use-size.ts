import { useBox } from '../ui/use-box'

/** Size of the element that is given `ref`, CSS pixels; null before it stands on the page and while it has no area. */
export function useSize() {
  const [ref, box] = useBox()
  return [ref, box && box.width >= 1 && box.height >= 1 ? box : null] as const
}
