/** What an import may have changed when it is done or taken back, as open screens name it. */
export const importedTopics = [
  'imports',
  'parties',
  'party-groups',
  'records',
  'products',
  'product-groups',
  'price-lists',
  'deals',
]
