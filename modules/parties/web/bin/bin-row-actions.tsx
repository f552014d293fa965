import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, confirm, Tag, toast } from '@peyvand/ui'
import { RotateCcw } from 'lucide-react'
import { type BinRow, purgePartyRoute } from '../../contract/index.ts'
import { useDeleteParty } from '../file/use-delete-party.ts'

/** Back, or away for ever. */
export const BinRowActions = ({ row }: { row: BinRow }) => {
  const t = useT()
  const problem = useProblemText()
  const { restore } = useDeleteParty()
  const purge = async () => {
    const isSure = await confirm({
      title: t('parties.purge'),
      body: t('parties.purgeBody', { name: row.name }),
      confirmLabel: t('parties.purge'),
      isDanger: true,
    })
    if (!isSure) return
    try {
      await callApi(purgePartyRoute, { params: { id: row.id } })
      await invalidateTopics(['parties'])
      toast({ kind: 'ok', title: t('parties.purged', { name: row.name }) })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <span className="flex items-center gap-1">
      {row.isMerged && <Tag>{t('parties.duplicates.isMerged')}</Tag>}
      {row.can.restore && (
        <Button
          size="small"
          icon={<RotateCcw size={15} aria-hidden />}
          aria-label={t('parties.restoreNamed', { name: row.name })}
          onPress={() => void restore(row)}
        >
          {t('parties.restore')}
        </Button>
      )}
      {row.can.purge && (
        <Button
          size="small"
          kind="quiet"
          className="text-bad"
          aria-label={t('parties.purgeNamed', { name: row.name })}
          onPress={() => void purge()}
        >
          {t('parties.purge')}
        </Button>
      )}
    </span>
  )
}
