import { useEffect, useState } from 'react'
import type { PictureRules } from '../contract/pictures'
import { pictureRulesOf } from '../data/picture-rules'
import { useScreen } from './screen-context'

let here: { readonly city: string; readonly rules: PictureRules } | undefined

/** What is said of the city's pictures; undefined while that is read, since nobody is shown what he may not see even for a moment. */
export function usePictureRules(): PictureRules | undefined {
  const { city } = useScreen()
  const [rules, setRules] = useState(() => (here?.city === city.id ? here.rules : undefined))
  useEffect(() => {
    let left = false
    const read = async () => {
      const found = await pictureRulesOf(city.id)
      here = { city: city.id, rules: found }
      if (!left) setRules(found)
    }
    void read()
    return () => void (left = true)
  }, [city.id])
  return rules
}
