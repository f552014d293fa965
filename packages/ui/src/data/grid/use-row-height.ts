import { useLayoutEffect, useState } from 'react'
import { useUi } from '../../provider/ui-context.ts'
import { useMedia } from '../use-media.ts'

/** Row and header height in pixels, from the tokens: they follow density and coarse pointers. */
export const useRowHeight = () => {
  const { density } = useUi()
  const isCoarse = useMedia('(pointer: coarse)')
  const [heights, setHeights] = useState({ row: 38, head: 34 })
  useLayoutEffect(() => {
    const style = getComputedStyle(document.documentElement)
    const pixels = (name: string, otherwise: number) =>
      Number.parseFloat(style.getPropertyValue(name)) || otherwise
    setHeights({ row: pixels('--row-h', 38), head: pixels('--head-h', 34) })
  }, [density, isCoarse])
  return heights
}
