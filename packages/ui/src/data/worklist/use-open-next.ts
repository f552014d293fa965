import { useEffect, useRef } from 'react'

type OpenNext = {
  ids: readonly string[]
  openId: string | null
  isLoading: boolean
  onOpen: (id: string | null) => void
}

/** Opens the item that took the place of the open one once that has left the list. */
export const useOpenNext = ({ ids, openId, isLoading, onOpen }: OpenNext): void => {
  const last = useRef<{ id: string; at: number } | null>(null)
  useEffect(() => {
    if (openId === null || isLoading) return
    const at = ids.indexOf(openId)
    if (at >= 0) {
      last.current = { id: openId, at }
      return
    }
    // An item opened by its address, not yet among the loaded ones, is left alone.
    if (last.current?.id !== openId) return
    onOpen(ids[Math.min(last.current.at, ids.length - 1)] ?? null)
  })
}
