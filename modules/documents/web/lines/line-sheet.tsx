import { getProductRoute, listVatClassesRoute } from '@peyvand/catalog/contract'
import { AmountField, DecimalField, LineOptions, PriceExplained, ProductPicker } from '@peyvand/catalog/web'
import { useValues } from '@peyvand/parties/web'
import { callApi, useRoute, useT } from '@peyvand/platform/web'
import { Button, Callout, Drawer, IconButton, Select, TextArea, TextField, useFormat } from '@peyvand/ui'
import { ArrowDown, ArrowUp, CopyPlus, Trash2 } from 'lucide-react'
import { DiscountField } from './discount-field.tsx'
import { type DraftLine, withProduct } from './draft-line.ts'
import { duplicateLine, moveLine, ownPrice, putLine, removeLine } from './edit-lines.ts'
import { explainable } from './explainable.ts'
import type { LineEditing } from './line-editing.ts'

type Props = Omit<LineEditing, 'onDetails'> & { line: DraftLine; onClose: () => void }

/** Everything of one line: what the grid has no column for, why it costs what it costs, and on phones all the rest. */
export const LineSheet = (props: Props) => {
  const { line, lines, history, hasPrices, priced, faults, onClose } = props
  const t = useT()
  const format = useFormat()
  const at = lines.findIndex(({ key }) => key === line.key)
  const figures = priced.get(line.key)
  const explained = figures && explainable(figures, props.reading.currency)
  const move = (by: 1 | -1) => {
    const moved = moveLine(lines, at, by)
    if (moved) history.change(moved)
  }
  return (
    <Drawer
      isOpen
      onOpenChange={onClose}
      title={t('documents.ui.lineTitle', { line: format.number(at + 1) })}
      footer={
        <>
          <Button kind="primary" onPress={onClose}>
            {t('documents.ui.lineDone')}
          </Button>
          <IconButton
            label={t('documents.ui.duplicate')}
            icon={<CopyPlus />}
            onPress={() => history.change(duplicateLine(lines, at))}
          />
          <IconButton
            label={t('documents.ui.up')}
            isDisabled={at <= 0}
            icon={<ArrowUp />}
            onPress={() => move(-1)}
          />
          <IconButton
            label={t('documents.ui.down')}
            isDisabled={at === lines.length - 1}
            icon={<ArrowDown />}
            onPress={() => move(1)}
          />
          <IconButton
            kind="danger"
            label={t('documents.ui.removeLine', { line: format.number(at + 1) })}
            icon={<Trash2 />}
            onPress={() => {
              history.change(removeLine(lines, at))
              onClose()
            }}
          />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {faults.get(line.key)?.line && <Callout tone="bad">{faults.get(line.key)?.line}</Callout>}
        <Fields {...props} />
        {hasPrices && explained && <PriceExplained line={explained} />}
      </div>
    </Drawer>
  )
}

const Fields = ({ line, lines, history, hasPrices, reading, sale, faults }: Props) => {
  const t = useT()
  const units = useUnits(line)
  const wrong = faults.get(line.key) ?? {}
  const put = (change: Partial<DraftLine>) => history.change(putLine(lines, { ...line, ...change }), line.key)
  const choose = async (id: string | null) => {
    if (id === null) return put({ product: null, configuration: null })
    const product = await callApi(getProductRoute, { params: { id } })
    put(withProduct(line, product, product.unit))
  }
  return (
    <div className="flex flex-col gap-3.5">
      <ProductPicker
        label={t('documents.line.product')}
        value={line.product?.id ?? null}
        valueLabel={line.product?.name ?? ''}
        errorMessage={wrong.product}
        onChange={(id) => void choose(id)}
      />
      {line.product && (
        <LineOptions
          productId={line.product.id}
          configuration={line.configuration}
          sale={sale}
          onTake={(configuration) => put({ configuration })}
        />
      )}
      <TextField
        label={t('documents.line.name')}
        value={line.name}
        maxLength={300}
        errorMessage={wrong.name}
        onChange={(name) => put({ name, wanted: '' })}
      />
      <div className="grid grid-cols-2 gap-3">
        <DecimalField
          label={t('documents.line.quantity')}
          value={line.quantity}
          errorMessage={wrong.quantity}
          onChange={(quantity) => put({ quantity, unread: without(line, 'quantity') })}
        />
        <Select
          label={t('documents.line.unit')}
          options={units}
          value={line.unit?.id ?? null}
          errorMessage={wrong.unit}
          onChange={(id) => {
            const unit = units.find((one) => one.id === id)
            put({ unit: unit ? { id: unit.id, name: unit.label } : null, unread: without(line, 'unit') })
          }}
        />
      </div>
      {hasPrices && (
        <>
          <AmountField
            label={t('documents.line.unitPrice')}
            description={t('documents.ui.priceHint')}
            currency={reading.currency}
            value={line.unitPrice}
            errorMessage={wrong.unitPrice}
            onChange={(unitPrice) =>
              put({
                unitPrice,
                priceBy: unitPrice === null ? ownPrice(line) : 'hand',
                unread: without(line, 'unitPrice'),
              })
            }
          />
          <DiscountField
            key={line.key}
            value={line.discount}
            currency={reading.currency}
            errorMessage={wrong.discount}
            onChange={(discount) => put({ discount, unread: without(line, 'discount') })}
          />
          {!line.product && (
            <VatField value={line.vatClassId} onChange={(vatClassId) => put({ vatClassId })} />
          )}
        </>
      )}
      <TextArea
        label={t('documents.line.description')}
        value={line.description}
        maxLength={2000}
        onChange={(description) => put({ description })}
      />
      <TextArea
        label={t('documents.line.serials')}
        description={t('documents.ui.serialsHint')}
        value={line.serials.join('\n')}
        onChange={(text) => put({ serials: text.split('\n').slice(0, 1000) })}
      />
      <TextArea
        label={t('documents.line.note')}
        description={t('documents.ui.lineNoteHint')}
        value={line.note}
        maxLength={2000}
        onChange={(note) => put({ note })}
      />
    </div>
  )
}

const without = ({ unread }: DraftLine, column: keyof DraftLine['unread']): DraftLine['unread'] => {
  const { [column]: _, ...others } = unread
  return others
}

function useUnits({ product, unit }: DraftLine) {
  const all = useValues('units', unit?.id)
  const { data } = useRoute(
    getProductRoute,
    { params: { id: product?.id ?? '' } },
    { enabled: product !== null },
  )
  if (!product) return all
  const units = data ? [data.unit, ...data.units.map((one) => one.unit)] : unit ? [unit] : []
  return units.map(({ id, name }) => ({ id, label: name }))
}

const VatField = ({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) => {
  const t = useT()
  const { data } = useRoute(listVatClassesRoute, {}, { staleTime: 5 * 60_000 })
  const options = (data?.items ?? [])
    .filter(({ id, archivedAt }) => archivedAt === null || id === value)
    .map(({ id, name }) => ({ id, label: name }))
  return (
    <Select
      label={t('documents.line.vatClass')}
      placeholder={t('documents.ui.standardVat')}
      options={options}
      value={value}
      isClearable
      onChange={onChange}
    />
  )
}
