import type { ReactNode } from 'react'
import type { Site } from '../config/site'
import type { ReaderThread } from '../data/reader-thread'
import { keepTrying } from '../lib/keep-trying'
import type { Commands, Shown } from '../screens/commands'
import type { Mode } from './mode'

export interface ScreenProps {
  readonly site: Site
  readonly mode: Mode
  readonly startThread: () => ReaderThread
  readonly shown: Shown
  readonly commands: Commands
}

export type Screen = (props: ScreenProps) => ReactNode

// On its way while the configuration is read.
const wall = keepTrying(() => import('../screens/wall/Wall'))

/** The code of the screen a site was opened for; waits until it is here, so that the first picture is a whole one. */
export async function screenFor({ view }: Site): Promise<Screen> {
  if (view.diagnose === undefined && view.screen !== 'desk') return (await wall).Wall
  if (view.screen === 'desk') return (await keepTrying(() => import('../screens/desk/Desk'))).Desk
  const { Diagnose } = await keepTrying(() => import('../screens/diagnose/Diagnose'))
  return Diagnose
}
