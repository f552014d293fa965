import {
  attachFilesRoute,
  detachFileRoute,
  downloadFileRoute,
  type FileInfo,
  listFilesRoute,
  maxFileBytes,
  uploadFileRoute,
} from '@peyvand/files/contract'
import {
  callApi,
  invalidateTopics,
  PageProblem,
  uploadFile,
  urlOf,
  useProblemText,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { EmptyState, FileDrop, IconButton, Link, ProgressBar, toast, useFormat } from '@peyvand/ui'
import { Download, FileText, Paperclip, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Party } from '../../contract/index.ts'

/** Files kept with the party: dropped or chosen, opened, saved, taken off. */
export const FilesTab = ({ party }: { party: Party }) => {
  const t = useT()
  const record = { record: 'parties', recordId: party.id }
  const { data, error, refetch } = useRoute(listFilesRoute, { query: record })
  const { uploads, upload } = useUploads(party)
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  const items = data?.items ?? []
  return (
    <div className="flex flex-col gap-3">
      {data?.can.change && <FileDrop onFiles={(files) => void upload(files)} maxBytes={maxFileBytes} />}
      {uploads.map(({ name, share }) => (
        <ProgressBar key={name} label={name} value={share * 100} />
      ))}
      {data && items.length === 0 && uploads.length === 0 && (
        <EmptyState icon={<Paperclip />} title={t('parties.files.none')} />
      )}
      {items.length > 0 && (
        <ul
          aria-label={t('parties.file.files')}
          className="flex flex-col divide-y divide-line rounded-control border border-line bg-surface"
        >
          {items.map((file) => (
            <FileRow key={file.id} file={file} party={party} canChange={data?.can.change ?? false} />
          ))}
        </ul>
      )}
    </div>
  )
}

const FileRow = ({ file, party, canChange }: { file: FileInfo; party: Party; canChange: boolean }) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const address = (inline: boolean) =>
    urlOf(downloadFileRoute, { params: { id: file.id }, query: { inline: String(inline) } })
  const opensHere = file.type.startsWith('image/') || file.type === 'application/pdf'
  const params = { record: 'parties', recordId: party.id, fileId: file.id }

  const put = () =>
    callApi(attachFilesRoute, { body: { record: 'parties', recordId: party.id, fileIds: [file.id] } }).then(
      () => invalidateTopics(['files', 'parties']),
    )
  const remove = async () => {
    try {
      await callApi(detachFileRoute, { params })
      await invalidateTopics(['files', 'parties'])
      toast({
        kind: 'ok',
        title: t('parties.files.removed', { name: file.name }),
        action: {
          label: t('web.undo'),
          onPress: () => void put().catch((error: unknown) => toast({ kind: 'bad', title: problem(error) })),
        },
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <li className="flex items-center gap-2.5 px-3 py-2">
      <FileText size={18} className="shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1">
        <Link href={address(opensHere)} target="_blank" className="break-words">
          <bdi>{file.name}</bdi>
        </Link>
        <p className="text-meta text-muted">
          {sizeText(file.size)} · {format.relative(file.createdAt)}
        </p>
      </div>
      <IconButton
        label={t('parties.files.download', { name: file.name })}
        icon={<Download />}
        onPress={() => window.open(address(false), '_self')}
      />
      {canChange && (
        <IconButton
          label={t('parties.files.remove', { name: file.name })}
          icon={<Trash2 />}
          kind="danger"
          onPress={() => void remove()}
        />
      )}
    </li>
  )

  function sizeText(bytes: number) {
    const kilobytes = bytes / 1024
    return kilobytes < 1024
      ? t('parties.files.kilobytes', { size: Math.max(1, Math.round(kilobytes)) })
      : t('parties.files.megabytes', { size: Math.round((kilobytes / 1024) * 10) / 10 })
  }
}

interface Upload {
  name: string
  share: number
}

function useUploads(party: Party) {
  const problem = useProblemText()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const upload = async (files: readonly File[]) => {
    for (const file of files) {
      setUploads((all) => [...all, { name: file.name, share: 0 }])
      try {
        const { id } = await uploadFile(uploadFileRoute, file, {
          onProgress: (share) =>
            setUploads((all) => all.map((one) => (one.name === file.name ? { ...one, share } : one))),
        })
        await callApi(attachFilesRoute, {
          body: { record: 'parties', recordId: party.id, fileIds: [id] },
        })
      } catch (error) {
        toast({ kind: 'bad', title: file.name, description: problem(error) })
      }
      setUploads((all) => all.filter(({ name }) => name !== file.name))
      await invalidateTopics(['files', 'parties'])
    }
  }
  return { uploads, upload }
}
