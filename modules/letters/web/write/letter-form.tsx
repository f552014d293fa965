import type { FileRef } from '@peyvand/files/contract'
import { FileViewer, PaperView, useDrawing } from '@peyvand/files/web'
import { DraftNote } from '@peyvand/parties/web'
import {
  callApi,
  FormFault,
  fetchFile,
  invalidateTopics,
  useConflict,
  useDraft,
  useLeaveGuard,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Card, newId, PageHeader, toast, useFormat } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { FormProvider, type UseFormReturn } from 'react-hook-form'
import {
  CreateLetter,
  createLetterRoute,
  type Letter,
  type LinkedLetter,
  previewLetterRoute,
  updateLetterRoute,
} from '../../contract/index.ts'
import { letterTopics } from '../topics.ts'
import { ContentCard } from './content-card.tsx'
import { changedFields, type LetterInput, letterValues } from './letter-values.ts'
import { LinksField } from './links-field.tsx'
import { PaperCard } from './paper-card.tsx'
import { RegisterCard } from './register-card.tsx'
import { ScanField, type ScanFieldProps } from './scan-field.tsx'
import { useLetterWords } from './use-letter-words.ts'

type Props = {
  /** Under which what is typed is kept on this device. */
  draftKey: string
  title: string
  breadcrumbs: ReactNode
  values: LetterInput
  /** The letter that is changed; null for a new one. */
  letter: Letter | null
  /** Names of what the values refer to. */
  known: {
    partyName: string | null
    letters: readonly Pick<LinkedLetter, 'id' | 'subject' | 'number'>[]
    files: readonly FileRef[]
  }
  /** Shows the letter as somebody else has saved it meanwhile. */
  onTheirs?: (current: Letter) => void
}

/** Writing a letter beside its paper, or registering one beside its scan. */
export const LetterForm = ({ draftKey, title, breadcrumbs, values, letter, known, onTheirs }: Props) => {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const form = useSchemaForm(CreateLetter, values)
  const draft = useDraft(form as unknown as UseFormReturn<LetterInput>, draftKey)
  const [files, setFiles] = useState(known.files)
  const isIncoming = values.direction === 'incoming'

  const { saveOver, dialog } = useConflict<Letter, LetterInput>({
    valuesOf: letterValues,
    inWords: useLetterWords(letter),
    onTheirs: (current) => {
      draft.clear()
      onTheirs?.(current)
    },
  })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    const saved = letter
      ? await saveOver({
          record: letter,
          mine: body,
          save: (mine, record) =>
            callApi(updateLetterRoute, { params: { id: record.id }, body: changedFields(record, mine) }),
        })
      : await callApi(createLetterRoute, { body }, { idempotencyKey: newId() })
    if (!saved) return
    draft.clear()
    void invalidateTopics(letterTopics)
    toast({
      kind: 'ok',
      title: saved.registryNo
        ? t('letters.ui.registered', { number: format.digits(saved.registryNo) })
        : t('letters.ui.draftSaved'),
    })
    await navigate({ to: `/activities/${saved.id}` as never })
  })
  // Of a restored draft the uploads are not known any more: they are made anew.
  useEffect(() => {
    if (draft.wasRestored)
      form.setValue(
        'fileIds',
        known.files.map(({ id }) => id),
      )
  }, [draft.wasRestored, form, known.files])
  useLeaveGuard(form.formState.isDirty && !isPending)
  const changeFiles = (change: (before: readonly FileRef[]) => FileRef[]) =>
    setFiles((before) => {
      const next = change(before)
      form.setValue(
        'fileIds',
        next.map(({ id }) => id),
        { shouldDirty: true },
      )
      return next
    })
  return (
    <FormProvider {...form}>
      {dialog}
      <form noValidate onSubmit={onSubmit} className="mx-auto flex max-w-400 flex-col gap-4">
        <PageHeader
          breadcrumbs={breadcrumbs}
          title={title}
          actions={
            <Button kind="primary" type="submit" isPending={isPending}>
              {t(
                isIncoming && !letter
                  ? 'letters.ui.registerIt'
                  : letter
                    ? 'web.save'
                    : 'letters.ui.saveDraft',
              )}
            </Button>
          }
        />
        <DraftNote draft={draft} />
        <FormFault error={fault} />
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            <ContentCard letterId={letter?.id ?? null} partyName={known.partyName} />
            {!isIncoming && <PaperCard />}
            <RegisterCard isRegistered={letter?.registryNo != null} />
            <Card title={t(isIncoming ? 'letters.ui.links' : 'letters.ui.linksAndFiles')}>
              <div className="flex flex-col gap-4">
                <LinksField known={known.letters} exceptId={letter?.id ?? null} />
                {!isIncoming && <ScanField files={files} onChange={changeFiles} />}
              </div>
            </Card>
          </div>
          <div className="min-w-0 xl:sticky xl:top-4">
            {isIncoming ? <Scans files={files} onChange={changeFiles} /> : <LivePaper form={form} />}
          </div>
        </div>
      </form>
    </FormProvider>
  )
}

const Scans = ({ files, onChange }: ScanFieldProps) => {
  const t = useT()
  return (
    <Card title={t('letters.ui.scans')}>
      <div className="flex flex-col gap-3">
        <ScanField files={files} onChange={onChange} />
        <FileViewer files={files} className="h-[62dvh]" />
      </div>
    </Card>
  )
}

/** Milliseconds of rest in typing after which the paper is drawn again. */
const typingPause = 500

const LivePaper = ({ form }: { form: Pick<UseFormReturn<LetterInput>, 'watch'> }) => {
  const t = useT()
  const body = printable(form.watch())
  const drawing = useDrawing(
    JSON.stringify(body),
    (signal) => fetchFile(previewLetterRoute, { query: { format: 'svg' }, body }, { signal }),
    { delay: typingPause },
  )
  return (
    <Card title={t('letters.ui.preview')}>
      <PaperView drawing={drawing} label={t('letters.ui.preview')} />
    </Card>
  )
}

/** What may be drawn although it is not finished: rows that are still empty are left out. */
const printable = (values: LetterInput): LetterInput => ({
  ...values,
  recipients: (values.recipients ?? []).filter(({ name }) => name.trim() !== ''),
  copies: (values.copies ?? []).filter(({ name }) => name.trim() !== ''),
  links: (values.links ?? []).filter(({ letterId }) => letterId !== ''),
})
