import { testDeals } from './testing/deals.ts'
import { testImports } from './testing/imports.ts'
import { testManyDeals } from './testing/many-deals.ts'
import { testOffers } from './testing/offers.ts'
import { testOverviews } from './testing/overviews.ts'
import { testPipelines } from './testing/pipelines.ts'

// One firm for all of them: what a set-up costs is paid once.
testDeals()
testOffers()
testOverviews()
testManyDeals()
testImports()
testPipelines()
