import { PartyPicker, usePartyName } from '@peyvand/parties/web'
import { FormField, useT } from '@peyvand/platform/web'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { type DocumentKind, documentKinds } from '../../contract/index.ts'
import type { DocumentValues } from './document-values.ts'

/** Names of what is chosen at the beginning. */
export type Known = Partial<Record<'party' | 'contact' | 'deal' | 'owner', string | undefined>>

type Props = { kind: DocumentKind; known: Known }

/** Whom the document is for, and the person there. */
export const PartyFields = ({ kind, known }: Props) => {
  const t = useT()
  const { control, watch } = useFormContext<DocumentValues>()
  const partyId = watch('partyId')
  const partyName = useChosenName('partyId', known.party)
  const contactName = useChosenName('contactId', known.contact)
  // A new document has the focus here by itself, which opens no list over the page.
  const [wasLeft, leave] = useState(false)
  return (
    <>
      <FormField control={control} name="partyId">
        {(f) => (
          <PartyPicker
            {...f}
            className="sm:col-span-2"
            label={t(`documents.party.${documentKinds[kind].side}`)}
            isRequired
            opensOnFocus={wasLeft || partyId !== null}
            onBlur={() => {
              leave(true)
              f.onBlur()
            }}
            {...(partyName && { valueLabel: partyName })}
          />
        )}
      </FormField>
      <FormField control={control} name="contactId">
        {(f) => (
          <PartyPicker
            {...f}
            label={t('documents.field.contact')}
            kind="person"
            {...(partyId && { worksFor: partyId })}
            {...(contactName && { valueLabel: contactName })}
          />
        )}
      </FormField>
    </>
  )
}

/** The name of a party that is chosen: as the form began with it, or asked for where a draft came back with another. */
function useChosenName(field: 'partyId' | 'contactId', known: string | undefined): string | null | undefined {
  const { watch, formState } = useFormContext<DocumentValues>()
  const id = watch(field)
  const isKnown = known !== undefined && id === formState.defaultValues?.[field]
  const asked = usePartyName(isKnown ? null : id)
  return isKnown ? known : asked
}
