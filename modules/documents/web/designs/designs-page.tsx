import { joinFacts, joinList } from '@peyvand/persian'
import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT } from '@peyvand/platform/web'
import { ButtonLink, Card, EmptyState, PageHeader, Tag, useUi } from '@peyvand/ui'
import { Building2, Plus, Printer } from 'lucide-react'
import { listPaperDesignsRoute, type PaperDesign } from '../../contract/index.ts'

/** The designs that documents are printed in. */
export const DesignsPage = () => {
  const t = useT()
  usePageTitle(t('documents.designs'))
  const { data, error, refetch } = useRoute(listPaperDesignsRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const actions = (
    <>
      <ButtonLink icon={<Building2 size={16} aria-hidden />} href="/settings/document-firm">
        {t('documents.firm')}
      </ButtonLink>
      <ButtonLink kind="primary" icon={<Plus size={16} aria-hidden />} href="/settings/document-designs/new">
        {t('documents.design.new')}
      </ButtonLink>
    </>
  )
  return (
    <div className="flex max-w-200 flex-col gap-4">
      <PageHeader title={t('documents.designs')} subtitle={t('documents.design.hint')} actions={actions} />
      <Card isFlush>
        {data.items.length === 0 ? (
          <EmptyState icon={<Printer />} title={t('documents.design.none')}>
            {t('documents.design.noneHint')}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {data.items.map((design) => (
              <DesignRow key={design.id} design={design} />
            ))}
          </ul>
        )}
      </Card>
    </div>
  )
}

const DesignRow = ({
  design: { id, name, layout, paper, language, kinds, archived },
}: {
  design: PaperDesign
}) => {
  const t = useT()
  const { locale } = useUi()
  const facts = [t(`documents.layout.${layout}`), paper, t(`documents.language.${language}`)]
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {archived && <Tag>{t('documents.design.outOfUse')}</Tag>}
        </p>
        <p className="text-meta text-muted">{joinFacts(facts)}</p>
        {kinds.length > 0 && !archived && (
          <p className="text-meta text-muted">
            {t('documents.design.usualOf', {
              kinds: joinList(
                kinds.map((kind) => t(`documents.kind.${kind}`)),
                locale,
              ),
            })}
          </p>
        )}
      </div>
      <ButtonLink size="small" href={`/settings/document-designs/${id}`}>
        {t('web.edit')}
      </ButtonLink>
    </li>
  )
}
