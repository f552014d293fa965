import { joinFacts } from '@peyvand/persian'
import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT } from '@peyvand/platform/web'
import { Button, Card, PageHeader, Tag, useFormat } from '@peyvand/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { listRegistersRoute, type Register } from '../../contract/index.ts'
import { useRegisterName } from '../use-register-name.ts'
import { RegisterDialog } from './register-dialog.tsx'

/** The registers of a firm: whose letters they number and how. */
export const RegistersPage = () => {
  const t = useT()
  const format = useFormat()
  const registerName = useRegisterName()
  usePageTitle(t('letters.ui.registers'))
  const [editing, setEditing] = useState<Register | 'new' | null>(null)
  const { data, error, refetch } = useRoute(listRegistersRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <div className="flex max-w-200 flex-col gap-3">
      <PageHeader
        title={t('letters.ui.registers')}
        subtitle={t('letters.ui.registersHint')}
        actions={
          <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setEditing('new')}>
            {t('letters.ui.newRegister')}
          </Button>
        }
      />
      <Card isFlush>
        <ul className="divide-y divide-line">
          {data.items.map((register) => (
            <li key={register.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2.5">
              <div className="min-w-0 flex-1 basis-48">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {registerName(register)}
                  {register.archived && <Tag>{t('letters.ui.closed')}</Tag>}
                </p>
                <p className="text-meta text-muted">
                  {joinFacts([
                    ...register.directions.map((direction) => t(`letters.class.${direction}`)),
                    register.team?.name,
                  ])}
                </p>
              </div>
              <div className="basis-40">
                <p className="text-meta text-muted">{t('letters.ui.nextNumber')}</p>
                <bdi>{format.digits(register.preview)}</bdi>
              </div>
              <Button size="small" className="ms-auto" onPress={() => setEditing(register)}>
                {t('web.edit')}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      {editing && (
        <RegisterDialog register={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}
