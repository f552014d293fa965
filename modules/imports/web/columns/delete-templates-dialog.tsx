import { deleteImportTemplateRoute, type ImportTemplate } from '@peyvand/imports/contract'
import { useMutateRoute, useProblemText, useT } from '@peyvand/platform/web'
import { Callout, confirm, Dialog, IconButton } from '@peyvand/ui'
import { Trash2 } from 'lucide-react'

type Props = { templates: readonly ImportTemplate[]; onClose: () => void }

/** The saved mappings of the firm, to be deleted one by one. */
export const DeleteTemplatesDialog = ({ templates, onClose }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const remove = useMutateRoute(deleteImportTemplateRoute, ['import-templates'])
  const ask = async ({ id, name }: ImportTemplate) => {
    const isSure = await confirm({
      title: t('imports.templates.delete', { name }),
      body: t('imports.templates.deleteBody'),
      confirmLabel: t('web.delete'),
      isDanger: true,
    })
    if (isSure) remove.mutate({ params: { id } })
  }
  return (
    <Dialog isOpen size="small" onOpenChange={onClose} title={t('imports.templates.manage')}>
      {remove.error && <Callout tone="bad">{problem(remove.error)}</Callout>}
      <ul aria-label={t('imports.templates.manage')} className="flex flex-col divide-y divide-line">
        {templates.map((template) => (
          <li key={template.id} className="flex items-center gap-2 py-1">
            <span className="min-w-0 flex-1 truncate">{template.name}</span>
            <IconButton
              label={t('imports.templates.delete', { name: template.name })}
              icon={<Trash2 />}
              kind="danger"
              onPress={() => void ask(template)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
