import { callApi, invalidateTopics, usePermission, useProblemText, useT } from '@peyvand/platform/web'
import { Button, IconButton, Menu, MenuItem, MenuTrigger, toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, Eye, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { type Deal, deleteDealRoute, restoreDealRoute } from '../../contract/index.ts'
import { dealTopics } from '../deal-topics.ts'
import { openDealForm } from '../form/deal-form-store.ts'

/** What the reader may do with the deal. */
export const DealActions = ({ deal }: { deal: Deal }) => {
  const t = useT()
  const { restore, remove } = useBin(deal)
  const explains = usePermission('roles.manage')
  const { can } = deal
  return (
    <div className="flex flex-wrap items-center gap-2">
      {can.update && (
        <Button kind="primary" icon={<Pencil size={16} aria-hidden />} onPress={() => openDealForm({ deal })}>
          {t('web.edit')}
        </Button>
      )}
      {can.restore && (
        <Button icon={<RotateCcw size={16} aria-hidden />} onPress={() => void restore()}>
          {t('pipeline.restore')}
        </Button>
      )}
      {(explains || can.delete) && (
        <MenuTrigger>
          <IconButton label={t('web.more')} icon={<Ellipsis />} />
          <Menu aria-label={t('web.more')}>
            {explains ? (
              <MenuItem icon={<Eye />} href={`/settings/access?record=deals&recordId=${deal.id}`}>
                {t('pipeline.whoSees')}
              </MenuItem>
            ) : null}
            {can.delete ? (
              <MenuItem icon={<Trash2 />} isDanger onAction={() => void remove()}>
                {t('web.delete')}
              </MenuItem>
            ) : null}
          </Menu>
        </MenuTrigger>
      )}
    </div>
  )
}

function useBin({ id, title }: Deal) {
  const t = useT()
  const problem = useProblemText()
  const navigate = useNavigate()
  const restore = async () => {
    try {
      await callApi(restoreDealRoute, { params: { id } })
      await navigate({ to: `/deals/${id}` as never })
      await invalidateTopics(dealTopics)
      toast({ kind: 'ok', title: t('pipeline.restored', { title }) })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const remove = async () => {
    try {
      await callApi(deleteDealRoute, { params: { id } })
      await navigate({ to: '/deals' as never })
      await invalidateTopics(dealTopics)
      toast({
        kind: 'ok',
        title: t('pipeline.deleted', { title }),
        action: { label: t('web.undo'), onPress: () => void restore() },
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return { restore, remove }
}
