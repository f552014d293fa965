import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, toast } from '@peyvand/ui'
import { Archive, ArchiveRestore } from 'lucide-react'
import { type Template, updateTemplateRoute } from '../../contract/index.ts'

/** Puts a template away, or back among those that are offered. */
export const TemplateActions = ({
  template: { id, name, version, archivedAt, can },
  onChanged,
}: {
  template: Template
  onChanged: (template: Template) => void
}) => {
  const t = useT()
  const problem = useProblemText()
  if (!can.update) return null
  const archived = archivedAt === null
  const change = () =>
    callApi(updateTemplateRoute, { params: { id }, body: { version, archived } }).then(
      async (changed) => {
        onChanged(changed)
        await invalidateTopics(['templates'])
        toast({
          kind: 'ok',
          title: t(archived ? 'templates.ui.archived' : 'templates.ui.restored', { name }),
        })
      },
      (error: unknown) => toast({ kind: 'bad', title: problem(error) }),
    )
  const Icon = archived ? Archive : ArchiveRestore
  return (
    <Button icon={<Icon size={16} aria-hidden />} onPress={() => void change()}>
      {t(archived ? 'templates.ui.archive' : 'templates.ui.restore')}
    </Button>
  )
}
