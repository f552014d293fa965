import { useEffect, useRef, useState } from 'react'

export interface Drawing {
  /** Address of the pages in this page; the last ones while new ones are drawn. */
  address: string | null
  error: unknown
  isPending: boolean
}

/**
 * Pages that the server draws, drawn anew when `key` changes; `delay` waits for a pause in typing (milliseconds).
 */
export function useDrawing(
  key: string,
  draw: (signal: AbortSignal) => Promise<Blob>,
  { delay = 0 }: { delay?: number } = {},
): Drawing {
  const [drawn, setDrawn] = useState<{ key: string | null; address: string | null; error: unknown }>({
    key: null,
    address: null,
    error: null,
  })
  const latest = useRef(draw)
  useEffect(() => {
    latest.current = draw
  })
  useEffect(() => {
    const control = new AbortController()
    const show = async () => {
      try {
        const address = URL.createObjectURL(await latest.current(control.signal))
        if (control.signal.aborted) URL.revokeObjectURL(address)
        else setDrawn({ key, address, error: null })
      } catch (error) {
        if (!control.signal.aborted) setDrawn((before) => ({ ...before, key, error }))
      }
    }
    const timer = setTimeout(() => void show(), delay)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [key, delay])
  const { address } = drawn
  useEffect(() => () => (address ? URL.revokeObjectURL(address) : undefined), [address])
  return { address, error: drawn.error, isPending: drawn.key !== key }
}
