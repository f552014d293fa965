import { AppError } from '@peyvand/platform/server'

/** Unique indexes → the field that is taken. */
const takenFields: Record<string, { field: string; code: string }> = {
  parties_number: { field: 'number', code: 'parties.numberTaken' },
  parties_national_id: { field: 'nationalId', code: 'parties.identifierTaken' },
  parties_legal_national_id: { field: 'legalNationalId', code: 'parties.identifierTaken' },
  party_group_members_number: { field: 'number', code: 'parties.numberTaken' },
}

export const taken = (field: string, code: string): AppError =>
  new AppError(code, { status: 409, fields: [{ path: field, code }] })

/**
 * Waits for a statement and names the field whose value another record has.
 * @throws AppError parties.numberTaken, parties.identifierTaken (409)
 */
export async function takenAs<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
    const clash = takenFields[constraint]
    if (clash) throw taken(clash.field, clash.code)
    throw error
  }
}
