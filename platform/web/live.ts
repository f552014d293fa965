import { createContext, createElement, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { doubtReachability } from './offline/reachability.ts'
import { invalidateTopics, queryClient } from './query.ts'

export interface Change {
  topic: string
  id?: string
}

interface LiveStream {
  watch(key: string): () => void
  listen(listener: (change: Change) => void): () => void
}

const LiveContext = createContext<LiveStream | null>(null)

/** Topics whose messages concern paths of another name too. */
export type TopicPaths = Readonly<Record<string, readonly string[]>>

const retryMs = 5000
const overlapMs = 1000

interface LiveProviderProps {
  topicPaths?: TopicPaths
  children: ReactNode
}

/**
 * Holds the one stream of server-sent events. A message carries ids only: what is shown of its topic is read
 * again through the ordinary routes.
 */
export function LiveProvider({ topicPaths = {}, children }: LiveProviderProps) {
  const [watched, setWatched] = useState<readonly string[]>([])
  const [listeners] = useState(createListeners)

  const address = `/api/v1/live?watch=${[...new Set(watched)].toSorted().join(',')}`
  useEffect(() => {
    let source: EventSource
    let retry: ReturnType<typeof setTimeout> | undefined
    let wasLost = false
    const open = () => {
      source = new EventSource(address)
      source.addEventListener('change', ({ data }: MessageEvent<string>) => {
        const change = JSON.parse(data) as Change
        void invalidateTopics(topicPaths[change.topic] ?? [change.topic])
        listeners.tell(change)
      })
      source.addEventListener('refetch', () => void queryClient.invalidateQueries())
      source.addEventListener('ready', () => {
        // What was said while nobody listened is gone; so everything shown is read again.
        if (wasLost) void queryClient.invalidateQueries()
        wasLost = false
      })
      source.addEventListener('error', () => {
        wasLost = true
        doubtReachability()
        // The browser connects again by itself, except after a refusal: the program is starting, for example.
        if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, retryMs)
      })
    }
    open()
    return () => {
      clearTimeout(retry)
      // The next stream stands before this one goes, so that no message falls between them.
      setTimeout(() => source.close(), overlapMs)
    }
  }, [address, listeners, topicPaths])

  const stream = useMemo<LiveStream>(
    () => ({
      watch: (key) => {
        setWatched((keys) => [...keys, key])
        return () =>
          setWatched((keys) => {
            const at = keys.indexOf(key)
            return keys.filter((_, index) => index !== at)
          })
      },
      listen: listeners.add,
    }),
    [listeners],
  )
  return createElement(LiveContext.Provider, { value: stream }, children)
}

interface Listeners {
  add(listener: (change: Change) => void): () => void
  tell(change: Change): void
}

function createListeners(): Listeners {
  const listeners = new Set<(change: Change) => void>()
  return {
    add: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell: (change) => {
      for (const listener of listeners) listener(change)
    },
  }
}

/** While the screen shows this record, its changes arrive. */
export function useWatch(topic: string, id: string | undefined): void {
  const stream = useContext(LiveContext)
  useEffect(() => (id ? stream?.watch(`${topic}:${id}`) : undefined), [stream, topic, id])
}

/** Runs on every message of a topic, besides what is read again by itself. */
export function useLive(topic: string, act: (change: Change) => void): void {
  const stream = useContext(LiveContext)
  useEffect(
    () =>
      stream?.listen((change) => {
        if (change.topic === topic) act(change)
      }),
    [stream, topic, act],
  )
}
