import { type Caller, headersOf } from './caller.ts'

export interface LiveEvents {
  /** The records told of until the one given was; fails after ten seconds. */
  until(key: string): Promise<string[]>
  close(): void
}

/** Follows records as an open screen does; the keys are `parties:<id>`. */
export async function watch(caller: Caller, keys: readonly string[]): Promise<LiveEvents> {
  const stop = new AbortController()
  const answer = await fetch(`${caller.address}/api/v1/live?watch=${keys.join(',')}`, {
    headers: headersOf(caller),
    signal: AbortSignal.any([stop.signal, AbortSignal.timeout(10_000)]),
  })
  if (!answer.ok || !answer.body) throw new Error(`no live events: ${answer.status}`)
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const told = () =>
    [...text.matchAll(/^data: (\{.*\})\n/gm)].map(([, data = '']) => {
      const { topic, id } = JSON.parse(data) as { topic?: string; id?: string }
      return `${topic}:${id}`
    })
  const readMore = async () => {
    const { value, done } = await reader.read()
    if (done) throw new Error('the program ended the live events')
    text += value
  }
  while (!text.includes('event: ready')) await readMore()
  return {
    until: async (key) => {
      while (!told().includes(key)) await readMore()
      return told().filter((one) => keys.includes(one))
    },
    close: () => stop.abort(),
  }
}
