import { useDraft, useT } from '@peyvand/platform/web'
import { Button, Callout, Drawer, toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { DraftNote } from './draft-note.tsx'
import { DuplicatePanel } from './duplicate-panel.tsx'
import { emptyValues } from './party-form-values.ts'
import { closeQuickCreate, type QuickCreateRequest } from './quick-create-store.ts'
import { QuickFields } from './quick-fields.tsx'
import { createFromForm, nameOf } from './save-party.ts'
import { useDuplicates } from './use-duplicates.ts'
import { showFaults, usePartyForm } from './use-party-form.ts'

type AfterSave = 'close' | 'new' | 'open'

/** The few fields a new party usually comes with, in a drawer. */
export const QuickCreate = ({ request }: { request: QuickCreateRequest }) => {
  const t = useT()
  const navigate = useNavigate()
  const form = usePartyForm(request.values ?? startValues(request))
  const draft = useDraft(form, draftKey(request))
  const [fault, setFault] = useState<string | null>(null)
  const [isDismissed, setDismissed] = useState(false)
  const hits = useDuplicates(form.control)
  const isCertain = hits.some(({ certain }) => certain)

  const kept = (party: { id: string; name: string }) => {
    draft.clear()
    toast({ kind: 'warn', title: t('offline.kept', { title: party.name }) })
    request.onCreated?.(party)
    closeQuickCreate()
  }
  const done = (party: { id: string; name: string }, after: AfterSave) => {
    draft.clear()
    setFault(null)
    toast({
      kind: 'ok',
      title: t('parties.created', { name: party.name }),
      ...(after !== 'open' && {
        action: {
          label: t('parties.open'),
          onPress: () => void navigate({ to: `/parties/${party.id}` as never }),
        },
      }),
    })
    request.onCreated?.(party)
    if (after === 'new') {
      const { kind, groups } = form.getValues()
      form.reset(emptyValues(kind, { groups, worksForId: request.worksFor?.id ?? null }))
      setDismissed(false)
      form.setFocus(kind === 'person' ? 'firstName' : 'name')
      return
    }
    closeQuickCreate()
    if (after === 'open') void navigate({ to: `/parties/${party.id}` as never })
  }
  const save = (after: AfterSave) =>
    form.handleSubmit(async (values) => {
      try {
        const acceptDuplicates = isDismissed && isCertain
        const sent = await createFromForm(values, { acceptDuplicates, replaces: request.replaces })
        if (sent.isKept) kept({ id: sent.id, name: nameOf(values) })
        else done(sent.answer, after)
      } catch (error) {
        setDismissed(false)
        setFault(showFaults(form, error, t))
      }
    })()
  const use = (party: { id: string; name: string }) => {
    draft.clear()
    closeQuickCreate()
    if (request.onCreated) request.onCreated(party)
    else void navigate({ to: `/parties/${party.id}` as never })
  }
  const { isSubmitting } = form.formState
  return (
    <Drawer
      isOpen
      onOpenChange={closeQuickCreate}
      title={t('parties.form.new')}
      footer={
        <>
          <Button kind="primary" isPending={isSubmitting} onPress={() => void save('close')}>
            {t('web.save')}
          </Button>
          <Button isDisabled={isSubmitting} onPress={() => void save('new')}>
            {t('parties.form.saveAndNew')}
          </Button>
          <Button isDisabled={isSubmitting} onPress={() => void save('open')}>
            {t('parties.form.saveAndOpen')}
          </Button>
          <Button
            kind="quiet"
            className="ms-auto"
            onPress={() => {
              closeQuickCreate()
              void navigate({ to: '/parties/new' as never })
            }}
          >
            {t('parties.form.allFields')}
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form
          className="flex flex-col gap-4"
          aria-label={t('parties.form.new')}
          onSubmit={(event) => {
            event.preventDefault()
            void save('close')
          }}
        >
          <DraftNote draft={draft} />
          {fault && <Callout tone="bad">{fault}</Callout>}
          {!isDismissed && <DuplicatePanel hits={hits} onUse={use} onDismiss={() => setDismissed(true)} />}
          <QuickFields employerName={request.worksFor?.name} />
          {/* Enter in a field saves; without a submit button the browser would not ask. */}
          <button type="submit" hidden>
            {t('web.save')}
          </button>
        </form>
      </FormProvider>
    </Drawer>
  )
}

const startValues = ({ kind = 'person', groups = [], worksFor }: QuickCreateRequest) =>
  emptyValues(kind, { groups: [...groups], worksForId: worksFor?.id ?? null })

/** A half-typed colleague of one firm must not come up as one of another. */
const draftKey = ({ worksFor, replaces }: QuickCreateRequest) =>
  ['parties.new', replaces ?? worksFor?.id].filter(Boolean).join('.')
