import { useRoute, useT } from '@peyvand/platform/web'
import { bindField, Card, Select, Switch } from '@peyvand/ui'
import { Controller, useFormContext } from 'react-hook-form'
import { listLetterheadsRoute, listSignersRoute } from '../../contract/index.ts'
import type { LetterInput } from './letter-values.ts'

const row = 'grid items-start gap-3 sm:grid-cols-2'

/** How a letter written here stands on paper. */
export const PaperCard = () => {
  const t = useT()
  const { control, watch } = useFormContext<LetterInput>()
  const heads = useRoute(listLetterheadsRoute, {}).data?.items ?? []
  const signers = useRoute(listSignersRoute, {}).data?.items ?? []
  const chosenHead =
    heads.find(({ id }) => id === watch('letterheadId')) ?? heads.find(({ archived }) => !archived)
  const signer = signers.find(({ id }) => id === watch('signerId'))
  const inUse = (
    items: readonly { id: string; name: string; archived: boolean }[],
    chosen: string | null | undefined,
  ) =>
    items
      .filter(({ archived, id }) => !archived || id === chosen)
      .map(({ id, name }) => ({ id, label: name }))
  return (
    <Card title={t('letters.ui.paper')}>
      <div className="flex flex-col gap-3.5">
        <div className={row}>
          <Controller
            control={control}
            name="letterheadId"
            render={(f) => (
              <Select
                isClearable
                label={t('letters.ui.letterhead')}
                placeholder={chosenHead?.name ?? t('letters.ui.plainPaper')}
                options={inUse(heads, f.field.value)}
                {...bindField(f)}
                value={f.field.value ?? null}
              />
            )}
          />
          <Controller
            control={control}
            name="signerId"
            render={(f) => (
              <Select
                isClearable
                label={t('letters.ui.signer')}
                options={inUse(signers, f.field.value)}
                {...bindField(f)}
                value={f.field.value ?? null}
              />
            )}
          />
        </div>
        <div className={row}>
          <Controller
            control={control}
            name="signed"
            render={(f) => (
              <Switch
                {...bindField(f)}
                value={f.field.value ?? false}
                isDisabled={!signer?.signatureId || !signer.can.sign}
                description={signer && !signer.can.sign ? t('letters.ui.cannotSign') : undefined}
              >
                {t('letters.ui.signed')}
              </Switch>
            )}
          />
          <Controller
            control={control}
            name="stamped"
            render={(f) => (
              <Switch {...bindField(f)} value={f.field.value ?? false} isDisabled={!chosenHead?.stampId}>
                {t('letters.ui.stamped')}
              </Switch>
            )}
          />
        </div>
      </div>
    </Card>
  )
}
