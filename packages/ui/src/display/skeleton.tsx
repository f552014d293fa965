import { type CSSProperties, type ReactNode, useEffect, useState } from 'react'
import { cx } from '../cx.ts'
import { useTexts } from '../provider/ui-context.ts'

export type SkeletonProps = {
  width?: CSSProperties['width']
  height?: CSSProperties['height']
  className?: string
}

/** A grey shape of what is coming. Put shapes inside SkeletonGroup. */
export const Skeleton = ({ width = '100%', height = 14, className }: SkeletonProps) => (
  <span
    aria-hidden
    style={{ width, height }}
    className={cx('skeleton block rounded-tag bg-line', className)}
  />
)

const PATIENCE = 300

/** Announces loading, and shows its shapes only when it takes longer than 300 ms. */
export const SkeletonGroup = ({ children, className }: { children: ReactNode; className?: string }) => {
  const t = useTexts()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output aria-label={t.loading} className={cx('block', !isSlow && 'invisible', className)}>
      {children}
    </output>
  )
}
