import type { WrittenText } from '@peyvand/activities/web'
import { FormFault, useSession, useT } from '@peyvand/platform/web'
import { Button, Drawer, toast } from '@peyvand/ui'
import { useId } from 'react'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import { TemplateFormFields } from '../templates/template-form-fields.tsx'
import { useTemplateForm } from '../templates/use-template-form.ts'
import { asTemplate } from './as-template.ts'

type Props = { written: WrittenText; merge: MergeFields; onClose: () => void }

/** Keeps what was written as a template, with the party's name as a field. */
export const SaveTemplateDrawer = ({ written, merge, onClose }: Props) => {
  const t = useT()
  const formId = useId()
  const { kind, subject, body, party } = written
  const { user, firm } = useSession()
  const names = [
    { name: party?.name ?? '', mark: merge.markOf('party.name') },
    { name: user.name, mark: merge.markOf('user.name') },
    { name: firm.name, mark: merge.markOf('firm.name') },
  ]
  const { form, onSubmit, fault, isPending } = useTemplateForm({
    template: null,
    merge,
    start: { kind, name: '', subject: asTemplate(subject, names) || null, body: asTemplate(body, names) },
    onSaved: (saved) => {
      toast({ kind: 'ok', title: t('templates.ui.saved', { name: saved.name }) })
      onClose()
    },
  })
  return (
    <Drawer
      isOpen
      size="wide"
      isDismissable={!isPending}
      onOpenChange={onClose}
      title={t('templates.ui.saveAs')}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={isPending}>
            {t('web.save')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        aria-label={t('templates.ui.saveAs')}
        onSubmit={onSubmit}
        className="flex flex-col gap-3.5"
      >
        <FormFault error={fault} />
        <TemplateFormFields form={form} merge={merge} />
      </form>
    </Drawer>
  )
}
