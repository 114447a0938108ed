import { isOf, type PictureRules } from '../contract/pictures'
import { withheld, type CameraShown } from '../video/camera'

type Cameras = readonly (CameraShown | null | undefined)[]

/** Visitors see what the city's list lets them see; before that list is known nobody sees anything. */
export function allowed(
  cameras: Cameras,
  rules: Pick<PictureRules, 'approved'> | undefined,
  visits: boolean,
): Cameras {
  if (!rules) return cameras.map(() => undefined)
  if (!visits) return cameras
  const { approved } = rules
  const may = ({ id, by = {} }: CameraShown) => approved !== null && isOf(approved, id, by)
  return cameras.map((camera) => camera && (may(camera) ? camera : withheld(camera)))
}
