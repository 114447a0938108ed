import { useStore } from 'zustand'
import { useScreen } from '../screen-context'
import type { Alarm } from './journal'
import { roomOf, type AlarmRoom } from './store'

/** The room whose screen this is. */
export function useRoom(): AlarmRoom
export function useRoom<T>(select: (room: AlarmRoom) => T): T
export function useRoom<T>(select: (room: AlarmRoom) => T | AlarmRoom = (room) => room): T | AlarmRoom {
  const { city, config } = useScreen()
  return useStore(roomOf(city.id, config.mode), select)
}

/** What became of one exception here; undefined of one that this room has never seen. */
export const useAlarm = (id: string): Alarm | undefined => useRoom(({ journal }) => journal.alarms[id])
