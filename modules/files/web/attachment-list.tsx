import { callApi, invalidateTopics, PageProblem, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { EmptyState, FileDrop, Skeleton, SkeletonGroup, toast } from '@peyvand/ui'
import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import {
  attachFilesRoute,
  detachFileRoute,
  type FileInfo,
  listFilesRoute,
  maxFileBytes,
  type RecordRef,
} from '../contract/index.ts'
import { AttachmentRow } from './attachment-row.tsx'
import { CameraButton } from './camera-button.tsx'
import { FilePreview } from './file-preview.tsx'
import { UploadList } from './upload-list.tsx'
import { useFileSize } from './use-file-size.ts'
import { useUploads } from './use-uploads.ts'

export type AttachmentListProps = RecordRef & {
  /** Says what the empty list is for. */
  emptyHint?: string
}

/**
 * The files of a record that is already saved: dropped or chosen, looked at, saved, taken off with a way back.
 * Who may change them the server says.
 */
export const AttachmentList = ({ record, recordId, emptyHint }: AttachmentListProps) => {
  const t = useT()
  const sizeText = useFileSize()
  const { data, error, refetch } = useRoute(listFilesRoute, { query: { record, recordId } })
  const { attach, remove } = useAttachments({ record, recordId })
  const { uploads, upload } = useUploads(({ id }) => attach(id))
  const [shown, setShown] = useState<FileInfo | null>(null)
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <SkeletonGroup>
        <Skeleton className="h-24 w-full" />
      </SkeletonGroup>
    )
  const { items, can } = data
  return (
    <div className="flex flex-col gap-3">
      {can.change && (
        <FileDrop
          onFiles={(files) => void upload(files)}
          maxBytes={maxFileBytes}
          description={t('files.limit', { size: sizeText(maxFileBytes) })}
        />
      )}
      {can.change && (
        <span>
          <CameraButton onFiles={(files) => void upload(files)} />
        </span>
      )}
      <UploadList uploads={uploads} />
      {items.length === 0 && uploads.length === 0 && (
        <EmptyState icon={<Paperclip />} title={t('files.none')}>
          {emptyHint}
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul
          aria-label={t('files.attachments')}
          className="flex flex-col divide-y divide-line rounded-control border border-line bg-surface"
        >
          {items.map((file) => (
            <AttachmentRow
              key={file.id}
              file={file}
              onPreview={() => setShown(file)}
              onRemove={can.change ? () => void remove(file) : undefined}
            />
          ))}
        </ul>
      )}
      {shown && <FilePreview file={shown} onClose={() => setShown(null)} />}
    </div>
  )
}

function useAttachments({ record, recordId }: RecordRef) {
  const t = useT()
  const problem = useProblemText()
  const refresh = () => invalidateTopics(['files', record])
  const attach = async (id: string) => {
    await callApi(attachFilesRoute, { body: { record, recordId, fileIds: [id] } })
    await refresh()
  }
  const remove = async ({ id, name }: FileInfo) => {
    try {
      await callApi(detachFileRoute, { params: { record, recordId, fileId: id } })
      await refresh()
      toast({
        kind: 'ok',
        title: t('files.removed', { name }),
        action: {
          label: t('web.undo'),
          onPress: () =>
            void attach(id).catch((error: unknown) => toast({ kind: 'bad', title: problem(error) })),
        },
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return { attach, remove }
}
