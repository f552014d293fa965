import { formatPostalCode } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { Bdi, useFormat, useUi } from '@peyvand/ui'
import { MapPin } from 'lucide-react'
import type { Party } from '../../contract/index.ts'
import { placeWords } from '../display/address-words.ts'
import { FieldSource } from './field-source.tsx'

/** Addresses as they stand on an envelope. */
export const AddressList = ({ id: partyId, addresses }: Pick<Party, 'id' | 'addresses'>) => {
  const t = useT()
  const format = useFormat()
  const { locale } = useUi()
  return (
    <ul aria-label={t('parties.field.addresses')} className="flex flex-col gap-2">
      {addresses.map(({ id, label, province, county, city, text, postalCode }) => {
        return (
          <li key={id} className="flex gap-2">
            <span className="mt-1 shrink-0 text-muted">
              <FieldSource partyId={partyId} field="addresses" label={t('parties.field.address')}>
                <MapPin size={16} aria-hidden />
              </FieldSource>
            </span>
            <span className="min-w-0">
              {label && <span className="text-meta text-muted">{label}: </span>}
              {placeWords({ province, county, city }, locale)}
              {text && <span className="block whitespace-pre-line">{format.digits(text)}</span>}
              {postalCode && (
                <span className="block text-meta text-muted">
                  {t('parties.field.postalCode')} <Bdi>{formatPostalCode(postalCode, locale)}</Bdi>
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
