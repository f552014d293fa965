import { FilePreview, fileUrl } from '@peyvand/files/web'
import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, Card, StatusPill, toast } from '@peyvand/ui'
import { type Reorder, reordered, SortableList } from '@peyvand/ui/data'
import { useState } from 'react'
import { type Product, updateProductRoute } from '../../contract/index.ts'

type File = Product['files'][number]

const isImage = ({ type }: File): boolean => type.startsWith('image/')

/** The images of a product in their order; the first is the one that lists and papers show. */
export const ProductImages = ({ product }: { product: Product }) => {
  const t = useT()
  const [shown, setShown] = useState<File | null>(null)
  const order = useOrder(product)
  const images = product.files.filter(isImage).map((file) => ({ ...file, label: file.name }))
  if (images.length === 0) return null
  const row = (file: File) => (
    <ImageRow file={file} isMain={file.id === images[0]?.id} onPreview={() => setShown(file)} />
  )
  return (
    <Card title={t('catalog.ui.pictures')} isFlush>
      {product.can.update && images.length > 1 ? (
        <SortableList
          label={t('catalog.ui.pictures')}
          items={images}
          onReorder={(move) => void order(move)}
          render={row}
        />
      ) : (
        <ul>
          {images.map((file) => (
            <li key={file.id} className="flex border-b border-line px-4 last:border-b-0">
              {row(file)}
            </li>
          ))}
        </ul>
      )}
      {shown && <FilePreview file={shown} onClose={() => setShown(null)} />}
    </Card>
  )
}

type RowProps = { file: File; isMain: boolean; onPreview: () => void }

const ImageRow = ({ file, isMain, onPreview }: RowProps) => {
  const t = useT()
  return (
    <span className="flex min-w-0 flex-1 items-center gap-3 py-2">
      <Button kind="quiet" aria-label={t('catalog.ui.showPicture', { name: file.name })} onPress={onPreview}>
        <img
          src={fileUrl(file.id, { inline: true })}
          alt=""
          loading="lazy"
          className="size-14 rounded-control border border-line object-contain"
        />
      </Button>
      <bdi className="min-w-0 flex-1 truncate text-body">{file.name}</bdi>
      {isMain && <StatusPill tone="accent">{t('catalog.ui.mainPicture')}</StatusPill>}
    </span>
  )
}

/** Puts the images in another order; papers stay behind them. */
function useOrder({ id, version, files }: Product) {
  const problem = useProblemText()
  return async (move: Reorder) => {
    const inOrder = [...reordered(files.filter(isImage), move), ...files.filter((file) => !isImage(file))]
    try {
      await callApi(updateProductRoute, {
        params: { id },
        body: { version, fileIds: inOrder.map((file) => file.id) },
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(['products', 'files'])
  }
}
