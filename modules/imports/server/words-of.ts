import { labelMatch } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'

/** Options by their key and by their word in either language (`<prefix>.<option>`), as labels are compared. */
export const wordsOf = <T extends string>(
  ctx: Ctx,
  options: readonly T[],
  prefix: string,
): ReadonlyMap<string, T> =>
  new Map(
    options.flatMap((option) =>
      [option, ...(['fa', 'en'] as const).map((of) => ctx.registry.translate(of, `${prefix}.${option}`))].map(
        (label) => [labelMatch(label), option] as const,
      ),
    ),
  )
