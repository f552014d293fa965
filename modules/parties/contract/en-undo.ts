import type { faUndo } from './fa-undo.ts'

export const enUndo: Record<keyof typeof faUndo, string> = {
  'parties.delete': 'Deletion of a file',
  'parties.delete.undo': 'Bringing back a deleted file',
  'parties.did.assign': '\u2068{owner}\u2069 made the owner',
  'parties.did.unassign': 'Owner taken off',
  'parties.did.update': 'Change of {fields}',
  'parties.did.addTags': 'Tags added: \u2068{names}\u2069',
  'parties.did.removeTags': 'Tags removed: \u2068{names}\u2069',
  'parties.did.join': 'Added to the group “\u2068{group}\u2069”',
  'parties.did.leave': 'Taken out of the group “\u2068{group}\u2069”',
  'parties.did.delete': 'Deletion of many files',
  'parties.did.restore': 'Many files taken out of the recycle bin',
  'parties.did.merge': '“\u2068{merged}\u2069” merged into “\u2068{survivor}\u2069”',
  'parties.did.deleteOne': 'Deletion of the file “\u2068{name}\u2069”',
  'parties.field.inGroup': 'Group “{group}”',
  'parties.field.mergedWith': 'Merged with',
  'parties.field.mergedInto': 'Merged into',
  'error.parties.purgedMeanwhile': 'This file was deleted for ever.',
  'error.parties.restoredMeanwhile': 'This file was taken out of the recycle bin already.',
}
