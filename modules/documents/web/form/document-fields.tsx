import { currencies, SalesChannel } from '@peyvand/catalog/contract'
import { CodeVerdicts, DecimalField } from '@peyvand/catalog/web'
import { useValues } from '@peyvand/parties/web'
import { FormField, useT } from '@peyvand/platform/web'
import { DatePicker, Select, TextArea, TextField } from '@peyvand/ui'
import { useFormContext, useWatch } from 'react-hook-form'
import { type DocumentKind, documentKinds, Settlement } from '../../contract/index.ts'
import { type DocumentValues, saleOf } from './document-values.ts'
import { type Known, PartyFields } from './party-fields.tsx'

type Props = { kind: DocumentKind; known: Known }

const dateOf = (value: string | null) => value ?? null

/** Whom the document is for, its days and its money. */
export const HeaderFields = ({ kind, known }: Props) => {
  const t = useT()
  const { control, watch } = useFormContext<DocumentValues>()
  const { validity, due, prices } = documentKinds[kind]
  const [currency, settlement] = watch(['currency', 'settlement'])
  const field = (name: string) => t(`documents.field.${name}`)
  return (
    <div className="grid items-start gap-3.5 sm:grid-cols-2 xl:grid-cols-4">
      <PartyFields kind={kind} known={known} />
      <FormField control={control} name="issuedOn">
        {(f) => <DatePicker {...f} value={dateOf(f.value)} label={field('issuedOn')} isRequired />}
      </FormField>
      {validity && (
        <FormField control={control} name="validUntil">
          {(f) => <DatePicker {...f} value={dateOf(f.value)} label={field('validUntil')} isClearable />}
        </FormField>
      )}
      {prices === 'shown' && (
        <>
          <FormField control={control} name="settlement">
            {(f) => (
              <Select
                {...f}
                onChange={(chosen) => chosen && f.onChange(chosen)}
                label={field('settlement')}
                options={Settlement.options.map((id) => ({ id, label: t(`documents.settlement.${id}`) }))}
              />
            )}
          </FormField>
          {due && settlement === 'credit' && (
            <FormField control={control} name="dueOn">
              {(f) => <DatePicker {...f} value={dateOf(f.value)} label={field('dueOn')} isClearable />}
            </FormField>
          )}
          <FormField control={control} name="currency">
            {(f) => (
              <Select
                {...f}
                onChange={(chosen) => chosen && f.onChange(chosen)}
                label={field('currency')}
                options={currencies.map((id) => ({ id, label: t(`catalog.currency.${id}`) }))}
              />
            )}
          </FormField>
          {currency !== 'IRR' && (
            <FormField control={control} name="exchangeRate">
              {(f) => (
                <DecimalField {...f} label={field('exchangeRate')} description={t('documents.ui.rateHint')} />
              )}
            </FormField>
          )}
        </>
      )}
      <FormField control={control} name="promisedOn">
        {(f) => <DatePicker {...f} value={dateOf(f.value)} label={field('promisedOn')} isClearable />}
      </FormField>
    </div>
  )
}

/** What is written on the paper under the lines. */
export const PrintedFields = ({ kind }: Pick<Props, 'kind'>) => {
  const t = useT()
  const { control, watch } = useFormContext<DocumentValues>()
  const methods = useValues('shippingMethods', watch('shippingMethodId'))
  const field = (name: string) => t(`documents.field.${name}`)
  return (
    <div className="flex flex-col gap-3.5">
      <FormField control={control} name="note">
        {(f) => <TextArea {...f} label={field('note')} maxLength={5000} minRows={2} />}
      </FormField>
      <FormField control={control} name="terms">
        {(f) => <TextArea {...f} label={field('terms')} maxLength={10_000} minRows={2} />}
      </FormField>
      {documentKinds[kind].shipping && (
        <div className="grid items-start gap-3.5 sm:grid-cols-2">
          <FormField control={control} name="shippingMethodId">
            {(f) => <Select {...f} label={field('shippingMethod')} options={methods} isClearable />}
          </FormField>
          <FormField control={control} name="shipTo">
            {(f) => <TextField {...f} label={field('shipTo')} maxLength={1000} />}
          </FormField>
          <FormField control={control} name="vehicle">
            {(f) => <TextField {...f} label={field('vehicle')} maxLength={200} />}
          </FormField>
          <FormField control={control} name="driver">
            {(f) => <TextField {...f} label={field('driver')} maxLength={200} />}
          </FormField>
        </div>
      )}
    </div>
  )
}

/** By what prices are asked for beside the customer and the day. */
export const PriceFields = () => {
  const t = useT()
  const { control } = useFormContext<DocumentValues>()
  return (
    <div className="grid items-start gap-3.5 sm:grid-cols-2">
      <FormField control={control} name="channel">
        {(f) => (
          <Select
            {...f}
            onChange={(chosen) => chosen && f.onChange(chosen)}
            label={t('documents.field.channel')}
            options={SalesChannel.options.map((id) => ({ id, label: t(`catalog.channel.${id}`) }))}
          />
        )}
      </FormField>
      <div className="flex min-w-0 flex-col gap-1">
        <FormField control={control} name="discountCodes">
          {(f) => (
            <TextField
              {...f}
              dir="ltr"
              label={t('documents.field.discountCodes')}
              description={t('documents.ui.codesHint')}
            />
          )}
        </FormField>
        <Codes />
      </div>
    </div>
  )
}

/** Beneath the codes, what they are worth for this customer on this day. */
const Codes = () => <CodeVerdicts sale={saleOf(useWatch<DocumentValues>() as DocumentValues)} />
