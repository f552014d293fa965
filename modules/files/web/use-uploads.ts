import { uploadFile, useProblemText } from '@peyvand/platform/web'
import { newId, toast } from '@peyvand/ui'
import { useState } from 'react'
import { type FileInfo, uploadFileRoute } from '../contract/index.ts'

/** A file on its way; `share` from 0 to 1. */
export interface Upload {
  key: string
  name: string
  share: number
  stop: () => void
}

/** Sends files one by one, shows how far each is and tells in a toast which one was refused and why. */
export function useUploads(onUploaded: (file: FileInfo) => void | Promise<void>) {
  const problem = useProblemText()
  const [uploads, setUploads] = useState<readonly Upload[]>([])

  const send = async (file: File, { key, signal }: { key: string; signal: AbortSignal }) => {
    try {
      const uploaded = await uploadFile(uploadFileRoute, file, {
        signal,
        onProgress: (share) =>
          setUploads((all) => all.map((one) => (one.key === key ? { ...one, share } : one))),
      })
      await onUploaded(uploaded)
    } catch (error) {
      if (!signal.aborted) toast({ kind: 'bad', title: file.name, description: problem(error) })
    } finally {
      setUploads((all) => all.filter((one) => one.key !== key))
    }
  }

  const upload = async (files: readonly File[]) => {
    const begun = files.map((file) => ({ file, key: newId(), control: new AbortController() }))
    setUploads((all) => [
      ...all,
      ...begun.map(({ file, key, control }) => ({
        key,
        name: file.name,
        share: 0,
        stop: () => {
          control.abort()
          setUploads((now) => now.filter((one) => one.key !== key))
        },
      })),
    ])
    for (const { file, key, control } of begun)
      if (!control.signal.aborted) await send(file, { key, signal: control.signal })
  }
  return { uploads, upload }
}
