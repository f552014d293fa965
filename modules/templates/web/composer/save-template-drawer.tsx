import type { WrittenText } from '@peyvand/activities/web'
import { FormDrawer, useSession, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import { TemplateFormFields } from '../templates/template-form-fields.tsx'
import { useTemplateForm } from '../templates/use-template-form.ts'
import { asTemplate } from './as-template.ts'

type Props = { written: WrittenText; merge: MergeFields; onClose: () => void }

/** Keeps what was written as a template, with the party's name as a field. */
export const SaveTemplateDrawer = ({ written, merge, onClose }: Props) => {
  const t = useT()
  const { kind, subject, body, party } = written
  const { user, firm } = useSession()
  const names = [
    { name: party?.name ?? '', mark: merge.markOf('party.name') },
    { name: user.name, mark: merge.markOf('user.name') },
    { name: firm.name, mark: merge.markOf('firm.name') },
  ]
  const { form, ...submit } = useTemplateForm({
    template: null,
    merge,
    start: { kind, name: '', subject: asTemplate(subject, names) || null, body: asTemplate(body, names) },
    onSaved: (saved) => {
      toast({ kind: 'ok', title: t('templates.ui.saved', { name: saved.name }) })
      onClose()
    },
  })
  return (
    <FormDrawer
      size="wide"
      isDismissable={!submit.isPending}
      title={t('templates.ui.saveAs')}
      submit={submit}
      onClose={onClose}
    >
      <TemplateFormFields form={form} merge={merge} />
    </FormDrawer>
  )
}
