import { maxFileBytes } from '@peyvand/files/contract'
import { UploadList, useFileSize, useUploads } from '@peyvand/files/web'
import { createImportRoute, maxImportRows } from '@peyvand/imports/contract'
import {
  callApi,
  invalidateTopics,
  usePageTitle,
  useProblemText,
  useT,
  useUrlState,
} from '@peyvand/platform/web'
import { Button, Callout, Card, FileDrop, newId, Spinner, useFormat, useUi } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { StepFrame } from '../wizard/step-frame.tsx'
import { sampleFile } from './sample-file.ts'
import { saveBlob } from './save-blob.ts'

const Search = z.object({ record: z.string().max(60).default('parties').catch('parties') })

/** The first step: the file. `?record=` names the type of the records where they are no parties. */
export const NewImportPage = () => {
  const t = useT()
  const { locale } = useUi()
  const format = useFormat()
  const sizeText = useFileSize()
  usePageTitle(t('imports.new'))
  const [{ record }] = useUrlState(Search)
  const { uploads, upload, isReading, problem } = useImportFile(record)
  return (
    <StepFrame step="upload">
      {problem && <Callout tone="bad">{problem}</Callout>}
      <Card title={t('imports.upload.title')}>
        {isReading ? (
          <output className="flex items-center gap-2 py-8 text-body">
            <Spinner size={18} /> {t('imports.upload.reading')}
          </output>
        ) : uploads.length > 0 ? (
          <UploadList uploads={uploads} />
        ) : (
          <FileDrop
            allowsMultiple={false}
            accept={['.csv', '.txt', '.tsv', '.xlsx', '.vcf']}
            maxBytes={maxFileBytes}
            onFiles={(files) => void upload(files)}
            description={t('imports.upload.limits', {
              size: sizeText(maxFileBytes),
              rows: format.number(maxImportRows),
            })}
          />
        )}
      </Card>
      {record === 'parties' && (
        <Card title={t('imports.upload.sampleTitle')}>
          <div className="flex flex-wrap items-center gap-3">
            <p className="min-w-60 flex-1 text-body text-muted">{t('imports.upload.sampleHint')}</p>
            <Button
              icon={<Download size={16} aria-hidden />}
              onPress={() => saveBlob(sampleFile(locale), t('imports.upload.sampleName'))}
            >
              {t('imports.upload.sample')}
            </Button>
          </div>
        </Card>
      )}
    </StepFrame>
  )
}

/** Sends the file and begins an import of it; a file that cannot be read is told here, and another may be chosen. */
function useImportFile(record: string) {
  const problemText = useProblemText()
  const navigate = useNavigate()
  const [isReading, setReading] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { uploads, upload } = useUploads(async ({ id }) => {
    setReading(true)
    try {
      const created = await callApi(
        createImportRoute,
        { body: { fileId: id, record } },
        { idempotencyKey: newId() },
      )
      void invalidateTopics(['imports'])
      await navigate({ to: `/imports/${created.id}` as never, search: { step: 'format' } as never })
    } catch (error) {
      setProblem(problemText(error))
    } finally {
      setReading(false)
    }
  })
  const send = (files: readonly File[]) => {
    setProblem(null)
    return upload(files)
  }
  return { uploads, upload: send, isReading, problem }
}
