import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startTestCluster } from './cluster.ts'
import './test-database.ts'
import { makeTestTemplate } from './test-template.ts'

type Migrations = {
  /** Changes whenever the migrations do. */
  version: string
  migrate: (ownerPool: pg.Pool, roles: { app: string }) => Promise<void>
}

/**
 * Makes vitest's globalSetup function: one server for the run and one migrated template, handed to the test files
 * as `inject('testTemplate')`; `createTestDatabase` copies it.
 */
export function globalSetup(migrations: Migrations) {
  return async (project: TestProject) => {
    const cluster = await startTestCluster()
    try {
      project.provide('testTemplate', await makeTestTemplate({ admin: cluster.admin, ...migrations }))
    } catch (error) {
      await cluster.stop()
      throw error
    }
    return () => cluster.stop()
  }
}

/** For tests that need a database without the tables of modules. */
export default globalSetup({ version: 'empty', migrate: async () => {} })
