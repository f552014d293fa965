import {
  callApi,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  useProblemText,
  useRoute,
  useT,
  useUrlState,
} from '@peyvand/platform/web'
import { Breadcrumbs, Button, Callout, PageHeader, Tabs, toast, useFormat } from '@peyvand/ui'
import { useParams } from '@tanstack/react-router'
import { Archive, ArchiveRestore } from 'lucide-react'
import { z } from 'zod'
import { getScriptRoute, type Script, updateScriptRoute } from '../../contract/index.ts'
import { type MergeFields, useMergeFields } from '../fields/use-merge-fields.ts'
import { ScriptEditor } from './script-editor.tsx'
import { ScriptReader } from './script-reader.tsx'
import { ScriptReport } from './script-report.tsx'

const Search = z.object({ tab: z.enum(['steps', 'answers']).catch('steps').default('steps') })

/** A new call script. */
export const NewScriptPage = () => {
  const t = useT()
  const merge = useMergeFields()
  usePageTitle(t('templates.ui.newScript'))
  if (!merge.isLoaded) return <PageSkeleton />
  return (
    <div className="flex flex-col gap-3">
      <Head title={t('templates.ui.newScript')} />
      <ScriptEditor script={null} merge={merge} />
    </div>
  )
}

/** One call script: its steps, and what was answered. */
export const ScriptPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const merge = useMergeFields()
  const { data, error, refetch } = useRoute(getScriptRoute, { params: { id } })
  usePageTitle(data?.name)
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data || !merge.isLoaded) return <PageSkeleton />
  return <Content script={data} merge={merge} />
}

const Content = ({ script, merge }: { script: Script; merge: MergeFields }) => {
  const t = useT()
  const format = useFormat()
  const [{ tab }, setSearch] = useUrlState(Search)
  const facts = t('templates.ui.facts', { edition: script.edition, runs: script.runs })
  return (
    <div className="flex flex-col gap-3">
      <Head title={script.name} subtitle={facts} script={script} />
      {script.archivedAt && <Callout tone="warn">{t('templates.ui.scriptArchived')}</Callout>}
      <Tabs
        label={script.name}
        value={tab}
        onChange={(next) => setSearch({ tab: next })}
        items={[
          {
            id: 'steps',
            label: t('templates.ui.steps'),
            count: format.number(script.steps),
            content: script.can.update ? (
              <ScriptEditor key={script.version} script={script} merge={merge} />
            ) : (
              <ScriptReader script={script} merge={merge} />
            ),
          },
          { id: 'answers', label: t('templates.ui.answers'), content: <ScriptReport script={script} /> },
        ]}
      />
    </div>
  )
}

const Head = ({ title, subtitle, script }: { title: string; subtitle?: string; script?: Script }) => {
  const t = useT()
  return (
    <PageHeader
      title={title}
      {...(subtitle && { subtitle })}
      breadcrumbs={
        <Breadcrumbs items={[{ label: t('templates.scripts'), href: '/scripts' }, { label: title }]} />
      }
      actions={script?.can.update && <ArchiveButton script={script} />}
    />
  )
}

const ArchiveButton = ({ script: { id, name, version, archivedAt } }: { script: Script }) => {
  const t = useT()
  const problem = useProblemText()
  const archived = archivedAt === null
  const change = () =>
    callApi(updateScriptRoute, { params: { id }, body: { version, archived } }).then(
      async () => {
        await invalidateTopics(['scripts'])
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
