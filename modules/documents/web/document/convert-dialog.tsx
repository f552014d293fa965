import { Quantity } from '@peyvand/catalog/contract'
import { DecimalField } from '@peyvand/catalog/web'
import { PartyPicker } from '@peyvand/parties/web'
import { callApi, FormFault, invalidateTopics, useT } from '@peyvand/platform/web'
import { Button, Checkbox, Dialog, newId, useFormat } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  convertDocumentRoute,
  type Document,
  type DocumentKind,
  documentKinds,
} from '../../contract/index.ts'
import { documentTopics } from '../document-topics.ts'
import { openQuantity } from './open-quantity.ts'

type Props = { document: Document; kind: DocumentKind; onClose: () => void }

/** Makes the next document of what is left of this one: whole, or of some lines a part. */
export const ConvertDialog = ({ document, kind, onClose }: Props) => {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const open = document.lines
    .map((line) => ({ line, left: openQuantity(line, kind) }))
    .filter(({ left }) => left !== '0')
  const [taken, setTaken] = useState<Record<string, string | null>>(() =>
    Object.fromEntries(open.map(({ line, left }) => [line.id, left])),
  )
  const [partyId, setParty] = useState<string | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const changesSide = documentKinds[kind].side !== document.side
  const lines = open.flatMap(({ line }) => {
    const quantity = taken[line.id]
    return quantity ? [{ lineId: line.id, quantity }] : []
  })
  const isReady =
    lines.length > 0 &&
    lines.every(({ quantity }) => Quantity.safeParse(quantity).success) &&
    (!changesSide || partyId !== null)
  const make = async () => {
    setPending(true)
    try {
      const made = await callApi(
        convertDocumentRoute,
        { params: { id: document.id }, body: { kind, lines, ...(partyId && { partyId }) } },
        { idempotencyKey: newId() },
      )
      await invalidateTopics(documentTopics)
      onClose()
      // What was asked for without prices is looked through before it goes out.
      const isPriced = documentKinds[document.kind].prices !== 'none'
      await navigate({ to: `/documents/${made.id}${isPriced ? '' : '/edit'}` as never })
    } catch (error) {
      setFault(error)
      setPending(false)
    }
  }
  return (
    <Dialog
      isOpen
      size="large"
      onOpenChange={onClose}
      title={t(`documents.make.${kind}`)}
      footer={
        <>
          <Button kind="primary" isPending={isPending} isDisabled={!isReady} onPress={() => void make()}>
            {t('documents.ui.makeDraft')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <FormFault error={fault} />
        <p className="text-muted">{t('documents.ui.convertHint')}</p>
        {changesSide && (
          <PartyPicker
            label={t(`documents.party.${documentKinds[kind].side}`)}
            isRequired
            value={partyId}
            onChange={setParty}
          />
        )}
        <ul className="flex flex-col divide-y divide-line">
          {open.map(({ line, left }) => (
            <li key={line.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
              <Checkbox
                className="min-w-48 flex-1"
                value={Boolean(taken[line.id])}
                onChange={(isOn) => setTaken({ ...taken, [line.id]: isOn ? left : null })}
              >
                <bdi>{line.name}</bdi>
              </Checkbox>
              <span className="text-meta text-muted">
                {t('documents.ui.left', {
                  quantity: format.number(left, { decimals: 6 }),
                  unit: line.unit?.name ?? '',
                })}
              </span>
              <DecimalField
                className="w-32"
                aria-label={t('documents.ui.quantityOf', { name: line.name })}
                value={taken[line.id] ?? null}
                onChange={(quantity) => setTaken({ ...taken, [line.id]: quantity })}
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
