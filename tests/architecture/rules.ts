import { demoApart, drawnFromTypes, modeOnce, wallIsAScreen } from './apart'
import { filledFirst, since109 } from './browsers'
import { circles } from './circles'
import {
  demoMakesRecords,
  doors,
  inside,
  islands,
  layers,
  mediaDoor,
  plainContracts,
  registryGlobs,
} from './layers'
import { namesOnce, wordsInTables } from './language'
import type { Rule } from './module'
import { clock, effects, noFetch, oneWriter } from './purity'
import { fileSizes, folderNames, noBarrels, sawModules } from './shape'
import { noHex, noPxFonts, noZoom } from './styles'

export const RULES: Rule[] = [
  sawModules,
  layers,
  islands,
  plainContracts,
  registryGlobs,
  doors,
  mediaDoor,
  inside,
  demoApart,
  demoMakesRecords,
  circles,
  drawnFromTypes,
  modeOnce,
  wallIsAScreen,
  noFetch,
  oneWriter,
  effects,
  clock,
  since109,
  filledFirst,
  wordsInTables,
  namesOnce,
  noZoom,
  noHex,
  noPxFonts,
  folderNames,
  noBarrels,
  fileSizes,
]
