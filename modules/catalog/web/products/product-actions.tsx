import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, ButtonLink, confirm, toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { CircleQuestionMark, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { deleteProductRoute, type Product, restoreProductRoute } from '../../contract/index.ts'

const topics = ['products', 'product-groups', 'files']

/** What the reader may do with a product. */
export const ProductActions = ({ product: { id, name, can } }: { product: Product }) => {
  const t = useT()
  const problem = useProblemText()
  const navigate = useNavigate()
  const restore = async () => {
    try {
      await callApi(restoreProductRoute, { params: { id } })
      await invalidateTopics(topics)
      toast({ kind: 'ok', title: t('catalog.ui.restored', { name }) })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const remove = async () => {
    const isSure = await confirm({
      title: t('catalog.ui.deleteTitle', { name }),
      body: t('catalog.ui.deleteBody'),
      confirmLabel: t('web.delete'),
      isDanger: true,
    })
    if (!isSure) return
    try {
      await callApi(deleteProductRoute, { params: { id } })
      await navigate({ to: '/products' as never })
      await invalidateTopics(topics)
      toast({
        kind: 'ok',
        title: t('catalog.ui.deleted', { name }),
        action: { label: t('web.undo'), onPress: () => void restore() },
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <>
      {!can.restore && (
        <ButtonLink
          href={`/why-this-price?product=${id}`}
          icon={<CircleQuestionMark size={16} aria-hidden />}
        >
          {t('catalog.ui.why')}
        </ButtonLink>
      )}
      {can.restore && (
        <Button icon={<RotateCcw size={16} aria-hidden />} onPress={() => void restore()}>
          {t('catalog.ui.restore')}
        </Button>
      )}
      {can.delete && (
        <Button icon={<Trash2 size={16} aria-hidden />} onPress={() => void remove()}>
          {t('web.delete')}
        </Button>
      )}
      {can.update && (
        <ButtonLink href={`/products/${id}/edit`} kind="primary" icon={<Pencil size={16} aria-hidden />}>
          {t('web.edit')}
        </ButtonLink>
      )}
    </>
  )
}
