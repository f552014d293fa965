import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT } from '@peyvand/platform/web'
import { ButtonLink, PageHeader } from '@peyvand/ui'
import { TextCursorInput } from 'lucide-react'
import { getLeadSettingsRoute } from '../../contract/index.ts'
import { CriteriaCard } from './criteria-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { TargetCard } from './target-card.tsx'

/** How the firm judges its leads and to whom it gives them. */
export const LeadSettingsPage = () => {
  const t = useT()
  usePageTitle(t('leads.ui.settings'))
  const { data, error, refetch } = useRoute(getLeadSettingsRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <div className="mx-auto flex w-full max-w-220 flex-col gap-4">
      <PageHeader
        title={t('leads.ui.settings')}
        subtitle={t('leads.ui.settingsHint')}
        actions={
          <ButtonLink href="/leads/forms" icon={<TextCursorInput size={16} aria-hidden />}>
            {t('leads.ui.forms')}
          </ButtonLink>
        }
      />
      <TargetCard key={data.version} settings={data} />
      <CriteriaCard criteria={data.criteria} />
      <RulesCard />
    </div>
  )
}
