import { useLayoutEffect, useRef, useState } from 'react'

/**
 * Row and header height in pixels as the tokens give them; they follow density and coarse pointers. The probe
 * stands unseen in the grid with the class `h-row w-head`.
 */
export const useRowHeight = () => {
  const probe = useRef<HTMLSpanElement>(null)
  const [heights, setHeights] = useState({ row: 38, head: 34 })
  useLayoutEffect(() => {
    const element = probe.current
    if (!element) return
    const watch = new ResizeObserver(() =>
      setHeights({ row: element.offsetHeight, head: element.offsetWidth }),
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { probe, ...heights }
}
