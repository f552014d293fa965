import { useCustomFacts, useCustomFields, useFieldGroups } from '@peyvand/parties/web'
import { joinFacts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { Card, DescriptionList, Link, useFormat, useUi } from '@peyvand/ui'
import type { ReactNode } from 'react'
import { type Document, documentKinds } from '../../contract/index.ts'

type Props = { document: Document }

/** The facts of a document's head, and the firm's own fields under their headings; empty ones are left out. */
export const DocumentFacts = ({ document }: Props) => {
  const t = useT()
  const { locale } = useUi()
  const groups = useFieldGroups('documents', useCustomFields('documents', []))
  return (
    <>
      <Card title={t('documents.ui.facts')}>
        <DescriptionList items={useFacts(document)} />
      </Card>
      {groups.map(({ section, fields }) => (
        <OwnFacts
          key={section?.id ?? 'first'}
          title={section ? (locale === 'fa' ? section.titleFa : section.titleEn) : t('documents.ui.details')}
          fields={fields}
          custom={document.custom}
        />
      ))}
    </>
  )
}

type OwnFactsProps = {
  title: string
  fields: Parameters<typeof useCustomFacts>[0]
  custom: Document['custom']
}

const OwnFacts = ({ title, fields, custom }: OwnFactsProps) => {
  const items = useCustomFacts(fields, custom)
  return (
    items.length > 0 && (
      <Card title={title}>
        <DescriptionList items={items} />
      </Card>
    )
  )
}

function useFacts(document: Document): { label: string; value: ReactNode }[] {
  const t = useT()
  const format = useFormat()
  const field = (name: string) => t(`documents.field.${name}`)
  const date = (day: string | null) => day && format.date(day)
  const by = (at: string | null, name: string | undefined) => at && joinFacts([name, format.dateTime(at)])
  const { contact, deal, currency, exchangeRate, kind } = document
  const hasPrices = documentKinds[kind].prices === 'shown'
  const facts = [
    { label: field('issuedOn'), value: date(document.issuedOn) },
    { label: field('validUntil'), value: date(document.validUntil) },
    { label: field('dueOn'), value: date(document.dueOn) },
    { label: field('promisedOn'), value: date(document.promisedOn) },
    {
      label: field('contact'),
      value: contact && <Link href={`/parties/${contact.id}`}>{contact.name}</Link>,
    },
    { label: field('deal'), value: deal && <Link href={`/deals/${deal.id}`}>{deal.name}</Link> },
    { label: field('owner'), value: document.owner?.name },
    { label: field('team'), value: document.team?.name },
    {
      label: field('settlement'),
      value: hasPrices ? t(`documents.settlement.${document.settlement}`) : null,
    },
    { label: field('currency'), value: currency === 'IRR' ? null : t(`catalog.currency.${currency}`) },
    { label: field('exchangeRate'), value: exchangeRate && format.number(exchangeRate, { decimals: 6 }) },
    { label: field('discountCodes'), value: format.list(document.discountCodes) || null },
    { label: field('preparation'), value: document.preparation?.name },
    { label: field('shippingMethod'), value: document.shippingMethod?.name },
    { label: field('shipTo'), value: document.shipTo },
    { label: field('vehicle'), value: document.vehicle },
    { label: field('driver'), value: document.driver },
    { label: field('sentAt'), value: document.sentAt && format.dateTime(document.sentAt) },
    { label: field('seenAt'), value: document.seenAt && format.dateTime(document.seenAt) },
    { label: field('issuedAt'), value: by(document.issuedAt, document.issuedBy?.name) },
    { label: field('createdAt'), value: by(document.createdAt, document.createdBy?.name) },
    { label: field('updatedAt'), value: by(document.updatedAt, document.updatedBy?.name) },
  ]
  return facts.filter(({ value }) => value !== null && value !== undefined)
}
