import type { CustomValues } from '@peyvand/platform/contract'
import { AppError, type Ctx, checkCustomValues, customFieldsOf } from '@peyvand/platform/server'
import type { CellProblem } from './import-target.ts'

interface Given {
  record: string
  values: CustomValues
  /** What conditions of own fields ask of a new record beside its own fields. */
  facts?: Record<string, unknown>
}

interface CheckedOwn {
  /** As they are stored. */
  values: CustomValues
  problems: CellProblem[]
  /** What a new record lacks. */
  faultsOfNew: CellProblem[]
}

/** Judges the own fields of a row by their types, and by what a new record must have. */
export async function checkOwnValues(ctx: Ctx, { record, values, facts }: Given): Promise<CheckedOwn> {
  const known = await checked(ctx, { record, values, partial: true })
  if ('problems' in known) return { values, problems: known.problems, faultsOfNew: [] }
  const whole = await checked(ctx, { record, values: known.values, ...(facts && { facts }) })
  return {
    values: known.values,
    problems: [],
    faultsOfNew: 'problems' in whole ? whole.problems : [],
  }
}

type Checked = { values: CustomValues } | { problems: CellProblem[] }

async function checked(ctx: Ctx, given: Parameters<typeof checkCustomValues>[1]): Promise<Checked> {
  try {
    return { values: await checkCustomValues(ctx, given) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const fields = await customFieldsOf(ctx, given.record)
    return {
      problems: (error.options.fields ?? []).map(({ path, code, params }) => {
        const field = fields.find(({ key }) => path === `custom.${key}`)
        const name = (ctx.locale === 'fa' ? field?.labelFa : field?.labelEn) ?? path
        if (code === 'required')
          return { column: null, code: 'imports.requiredMissing', params: { field: name } }
        return { column: null, code, ...(params && { params }) }
      }),
    }
  }
}
