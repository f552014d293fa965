import { FilePreview, fileUrl } from '@peyvand/files/web'
import { callApi, useT } from '@peyvand/platform/web'
import { Button, Card, StatusPill } from '@peyvand/ui'
import { useState } from 'react'
import { type Product, updateProductRoute } from '../../contract/index.ts'
import { OrderedList } from '../fields/ordered-list.tsx'

type File = Product['files'][number]

const isImage = ({ type }: File): boolean => type.startsWith('image/')

/** The images of a product in their order; the first is the one that lists and papers show. */
export const ProductImages = ({ product }: { product: Product }) => {
  const t = useT()
  const [shown, setShown] = useState<File | null>(null)
  const images = product.files.filter(isImage)
  if (images.length === 0) return null
  return (
    <Card title={t('catalog.ui.pictures')} isFlush>
      <OrderedList
        label={t('catalog.ui.pictures')}
        items={images}
        mayOrder={product.can.update && images.length > 1}
        onOrder={(files) => orderImages(product, files)}
        topics={['products', 'files']}
        render={(file) => (
          <ImageRow file={file} isMain={file.id === images[0]?.id} onPreview={() => setShown(file)} />
        )}
      />
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
const orderImages = ({ id, version, files }: Product, images: readonly File[]) => {
  const fileIds = [...images, ...files.filter((file) => !isImage(file))].map((file) => file.id)
  return callApi(updateProductRoute, { params: { id }, body: { version, fileIds } })
}
