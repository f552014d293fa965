export {
  connectOrStartEmbeddedPostgres,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded-postgres.ts'
export { type DatabaseRoles, prepareDatabase } from './roles.ts'
export { type Finding, findingsError, testDatabase } from './self-test.ts'
export { withClient } from './with-client.ts'
