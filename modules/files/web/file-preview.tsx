import { useProblemText, useT } from '@peyvand/platform/web'
import { Button, ButtonLink, Callout, Dialog, Spinner } from '@peyvand/ui'
import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { FileRef } from '../contract/index.ts'
import { fileUrl } from './file-url.ts'

const pdf = 'application/pdf'

/** Whether a file can be looked at in the page. */
export const hasPreview = ({ type }: Pick<FileRef, 'type'>): boolean =>
  type.startsWith('image/') || type === pdf

type Props = { file: FileRef; onClose: () => void }

/** An image or PDF above the page, with its download. */
export const FilePreview = ({ file, onClose }: Props) => {
  const t = useT()
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="large"
      title={<bdi>{file.name}</bdi>}
      footer={
        <>
          <ButtonLink kind="primary" icon={<Download size={16} aria-hidden />} href={fileUrl(file.id)}>
            {t('files.download')}
          </ButtonLink>
          <Button slot="close">{t('web.close')}</Button>
        </>
      }
    >
      {file.type === pdf ? (
        <PdfView file={file} />
      ) : (
        <img
          src={fileUrl(file.id, { inline: true })}
          alt={file.name}
          className="mx-auto max-h-[70dvh] max-w-full rounded-control object-contain"
        />
      )}
    </Dialog>
  )
}

/** The browser's own viewer refuses a sandboxed answer, so it gets the content as a part of this page. */
const PdfView = ({ file }: { file: FileRef }) => {
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
      <div className="grid h-[70dvh] place-items-center">
        <Spinner size={28} />
      </div>
    )
  // Content of our own making; a sandbox would keep the viewer out.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  return <iframe title={file.name} src={address} className="h-[70dvh] w-full rounded-control border-0" />
}
