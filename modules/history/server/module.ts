import { defineModule, handle } from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import { listUndoRoute, previewUndoRoute } from '../contract/index.ts'
import { listUndo, previewUndo } from './undo-list.ts'

export const historyModule = defineModule({
  name: 'history',
  texts: { fa, en },
  errors: {
    'history.notYet': 404,
    'history.noSuchChange': 404,
    'history.notRestorable': 409,
    'history.valueGone': 409,
  },
  routes: [
    handle(listUndoRoute, (ctx, { query }) => listUndo(ctx, query)),
    handle(previewUndoRoute, (ctx, { params }) => previewUndo(ctx, params.id)),
  ],
})
