import { FormFooter, useLeaveGuard, useT } from '@peyvand/platform/web'
import { Button, Callout, Card, PageHeader } from '@peyvand/ui'
import { useState } from 'react'
import { FormProvider, type UseFormReturn } from 'react-hook-form'
import type { DuplicateHit, Party } from '../../contract/index.ts'
import { DraftNote } from './draft-note.tsx'
import { DuplicatePanel } from './duplicate-panel.tsx'
import { PartyForm } from './party-form.tsx'
import type { PartyFormValues } from './party-form-values.ts'

type Props = {
  title: string
  party?: Party
  form: UseFormReturn<PartyFormValues>
  draft: { wasRestored: boolean; discard: () => void }
  /** What is wrong beside the fields, in words. */
  fault: string | null
  hits: readonly DuplicateHit[]
  onUse?: (party: { id: string; name: string }) => void
  onSave: (acceptDuplicates: boolean) => Promise<void>
  onCancel: () => void
}

/** The frame of the full form: warnings above, sections, buttons that stay in sight. */
export const PartyFormPage = ({ title, party, form, draft, fault, hits, onUse, onSave, onCancel }: Props) => {
  const t = useT()
  const [isDismissed, setDismissed] = useState(false)
  const { isDirty, isSubmitting } = form.formState
  useLeaveGuard(isDirty && !isSubmitting)
  const save = () => {
    const accepts = isDismissed && hits.some(({ certain }) => certain)
    setDismissed(false)
    return onSave(accepts)
  }
  return (
    <div className="mx-auto flex w-full max-w-220 flex-col gap-4">
      <PageHeader title={title} />
      <FormProvider {...form}>
        <form
          aria-label={title}
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <DraftNote draft={draft} />
          {fault && <Callout tone="bad">{fault}</Callout>}
          {!isDismissed && (
            <DuplicatePanel hits={hits} onDismiss={() => setDismissed(true)} {...(onUse && { onUse })} />
          )}
          <Card>
            <PartyForm {...(party && { party })} />
          </Card>
          <FormFooter>
            <Button type="submit" kind="primary" isPending={isSubmitting}>
              {t('web.save')}
            </Button>
            <Button onPress={onCancel}>{t('web.cancel')}</Button>
          </FormFooter>
        </form>
      </FormProvider>
    </div>
  )
}
