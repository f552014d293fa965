import { type Ctx, changesBetween, insertRows, requireVersion, type Tables } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import './tables.ts'

type Channel = 'mailServers' | 'smsGateways'
type Row<C extends Channel> = Selectable<Tables[C]> & {
  tenantId: number
  secret: string | null
  version: number
}
type Given<C extends Channel> = Omit<Row<C>, 'tenantId' | 'secret' | 'version'>
/** What is told of the settings: all but the secret. */
type View<C extends Channel> = Omit<Row<C>, 'tenantId' | 'secret'> & { hasSecret: boolean }
type Save<C extends Channel> = Given<C> & { secret?: string | null | undefined; version: number }

interface ChannelFacts<C extends Channel> {
  table: C
  /** In the audit log. */
  record: string
  labelOf(settings: Given<C>): string
  /** Whether a kept secret would still go to whom it was given for. */
  goesToSame(before: Row<C>, input: Given<C>): boolean
}

/** A firm's settings of one way of sending, with a secret that is kept encrypted and never told. */
export function defineChannel<C extends Channel>({ table, record, labelOf, goesToSame }: ChannelFacts<C>) {
  const row = async (ctx: Ctx): Promise<Row<C> | null> => {
    const { rows } = await sql<Row<C>>`
      select * from ${sql.table(table)} where tenant_id = ${ctx.tenantId}`.execute(ctx.db)
    return rows[0] ?? null
  }
  return {
    row,
    view: async (ctx: Ctx): Promise<View<C> | null> => {
      const kept = await row(ctx)
      return kept && viewOf<C>(kept)
    },
    /**
     * `seal` encrypts the secret. One that would go to somebody else now is not kept.
     * @throws AppError versionConflict (409)
     */
    save: async (ctx: Ctx, given: Save<C>, seal: (secret: string) => string): Promise<View<C>> => {
      const { version, secret, ...rest } = given
      const input = rest as unknown as Given<C>
      const before = await row(ctx)
      const shown = before && viewOf<C>(before)
      requireVersion(before ?? { version: 0 }, version, shown)
      const stays = secret === undefined && before !== null && goesToSame(before, input)
      const after = {
        ...input,
        tenantId: ctx.tenantId,
        secret: secret ? seal(secret) : stays ? before.secret : null,
        version: version + 1,
      }
      const columns = Object.keys(after).map((key) => sql`${sql.ref(key)} = excluded.${sql.ref(key)}`)
      await insertRows(
        ctx,
        table,
        [after] as never,
        sql`on conflict (tenant_id) do update set ${sql.join(columns)}`,
      )
      const told = viewOf<C>(after)
      ctx.audit({
        action: 'update',
        record,
        label: labelOf(input),
        changes: changesBetween<Record<string, unknown>>(shown ?? {}, {
          ...told,
          ...(secret ? { secret: '•••' } : {}),
        }),
      })
      return told
    },
    remove: async (ctx: Ctx): Promise<void> => {
      const before = await row(ctx)
      if (!before) return
      await sql`delete from ${sql.table(table)} where tenant_id = ${ctx.tenantId}`.execute(ctx.db)
      ctx.audit({ action: 'delete', record, label: labelOf(before as unknown as Given<C>) })
    },
  }
}

function viewOf<C extends Channel>({
  tenantId: _tenantId,
  secret,
  ...row
}: {
  tenantId: number
  secret: string | null
}) {
  return { ...row, hasSecret: secret !== null } as View<C>
}
