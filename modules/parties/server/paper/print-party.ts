import { Readable } from 'node:stream'
import { picturesOf } from '@peyvand/files/server'
import { firmSettings } from '@peyvand/identity/server'
import { type Actor, type App, type FileAnswer, setDrawing, withCtx } from '@peyvand/platform/server'
import { getParty } from '../party-queries.ts'
import { paperTemplate } from './paper-template.ts'
import { type PrintParty, partyPaper } from './party-paper.ts'

/**
 * The file of a party as PDF. What it says is gathered in a transaction, and set after it by a thread of its own.
 * @throws AppError notFound (404), parties.notPrinted (422)
 */
export async function printParty(
  app: App,
  actor: Actor,
  { id, ...given }: PrintParty & { id: string },
): Promise<FileAnswer> {
  const madeAt = app.now()
  const { party, paper, pictures } = await withCtx(app, {
    actor,
    run: async (ctx) => {
      const party = await getParty(ctx, id)
      const paper = await partyPaper(ctx, party, given)
      const { logoFileId } = await firmSettings(ctx)
      ctx.audit({ action: 'export', record: 'parties', recordId: party.id, label: party.name })
      return { party, paper, pictures: await picturesOf(ctx, { logo: logoFileId, photo: party.photoFileId }) }
    },
  })
  const drawing = {
    template: paperTemplate,
    data: paper,
    pictures,
    name: party.name,
    madeAt: madeAt.toISOString(),
  }
  const content = await setDrawing(app, drawing, { format: 'pdf', fault: 'parties.notPrinted' })
  const stream = Readable.from([content])
  return { stream, name: `${party.name}.pdf`, type: 'application/pdf', size: content.length, inline: true }
}
