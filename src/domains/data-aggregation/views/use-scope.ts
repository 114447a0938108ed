import { useScreen } from '../../../panel/screen-context'
import { words } from '../overview-words'

/** 全区 or 全市 in front of a figure that no town can be told apart in, while the wall is scoped to one; otherwise nothing. */
export function useScope(scope: string | undefined): string {
  const { city, region } = useScreen()
  return region === null ? '' : (scope ?? words.whole(city.tier))
}
