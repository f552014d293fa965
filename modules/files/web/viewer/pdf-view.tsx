import { useProblemText } from '@peyvand/platform/web'
import { Callout, Spinner } from '@peyvand/ui'
import { useEffect, useState } from 'react'
import type { FileRef } from '../../contract/index.ts'
import { fileUrl } from '../file-url.ts'

const pdf = 'application/pdf'

type Props = { file: Pick<FileRef, 'id' | 'name'>; className: string }

/** The browser's own viewer refuses a sandboxed answer, so it gets the content as a part of this page. */
export const PdfView = ({ file, className }: Props) => {
  const problem = useProblemText()
  const [address, setAddress] = useState<string>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    const control = new AbortController()
    let made: string | undefined
    const load = async () => {
      const response = await fetch(fileUrl(file.id, { inline: true }), { signal: control.signal })
      if (!response.ok) throw new Error(String(response.status))
      made = URL.createObjectURL(new Blob([await response.arrayBuffer()], { type: pdf }))
      setAddress(made)
    }
    load().catch((fault: unknown) => {
      if (!control.signal.aborted) setError(fault)
    })
    return () => {
      control.abort()
      if (made) URL.revokeObjectURL(made)
    }
  }, [file.id])
  if (error !== undefined) return <Callout tone="bad">{problem(error)}</Callout>
  if (!address)
    return (
      <div className={`grid place-items-center ${className}`}>
        <Spinner size={28} />
      </div>
    )
  // Content of our own making; a sandbox would keep the viewer out.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  return <iframe title={file.name} src={address} className={`w-full rounded-control border-0 ${className}`} />
}
