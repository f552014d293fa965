import { joinFacts } from '@peyvand/persian'
import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT } from '@peyvand/platform/web'
import { Button, ButtonLink, Card, EmptyState, PageHeader, Tag } from '@peyvand/ui'
import { FileText, Plus } from 'lucide-react'
import { useState } from 'react'
import { listLetterheadsRoute, listSignersRoute, type Signer } from '../../contract/index.ts'
import { SignerDialog } from './signer-dialog.tsx'

/** Designs of paper, and who signs. */
export const LetterheadsPage = () => {
  const t = useT()
  usePageTitle(t('letters.ui.letterheads'))
  const { data, error, refetch } = useRoute(listLetterheadsRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const add = (
    <ButtonLink kind="primary" icon={<Plus size={16} aria-hidden />} href="/settings/letterheads/new">
      {t('letters.ui.newLetterhead')}
    </ButtonLink>
  )
  return (
    <div className="flex max-w-200 flex-col gap-4">
      <PageHeader
        title={t('letters.ui.letterheads')}
        subtitle={t('letters.ui.letterheadsHint')}
        actions={add}
      />
      <Card isFlush>
        {data.items.length === 0 ? (
          <EmptyState icon={<FileText />} title={t('letters.ui.noLetterhead')}>
            {t('letters.ui.noLetterheadHint')}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {data.items.map(({ id, name, paper, language, archived }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2.5">
                <div className="min-w-0 flex-1 basis-48">
                  <p className="flex flex-wrap items-center gap-2 font-medium">
                    {name}
                    {archived && <Tag>{t('letters.ui.outOfUse')}</Tag>}
                  </p>
                  <p className="text-meta text-muted">
                    <bdi>{paper}</bdi> · {t(`letters.ui.language.${language}`)}
                  </p>
                </div>
                <ButtonLink size="small" href={`/settings/letterheads/${id}`}>
                  {t('web.edit')}
                </ButtonLink>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Signers />
    </div>
  )
}

const Signers = () => {
  const t = useT()
  const [editing, setEditing] = useState<Signer | 'new' | null>(null)
  const { data } = useRoute(listSignersRoute, {})
  if (!data) return null
  return (
    <Card
      title={t('letters.ui.signers')}
      isFlush
      actions={
        <Button size="small" icon={<Plus size={15} aria-hidden />} onPress={() => setEditing('new')}>
          {t('letters.ui.newSigner')}
        </Button>
      }
    >
      {data.items.length === 0 ? (
        <p className="px-4 py-6 text-center text-muted">{t('letters.ui.noSigner')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {data.items.map((signer) => (
            <li key={signer.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2.5">
              <div className="min-w-0 flex-1 basis-48">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {signer.name}
                  {signer.archived && <Tag>{t('letters.ui.outOfUse')}</Tag>}
                </p>
                <p className="text-meta text-muted">{joinFacts([signer.title, signer.user?.name])}</p>
              </div>
              <Button size="small" onPress={() => setEditing(signer)}>
                {t('web.edit')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <SignerDialog signer={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Card>
  )
}
