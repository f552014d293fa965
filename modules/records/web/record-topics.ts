/** What is read again after records changed: their lists and pages, the files of parties, the counts of kinds. */
export const recordTopics = ['records', 'record-kinds', 'parties', 'files'] as const
