import { FiltersGallery } from './gallery/filters-gallery.tsx'
import { GridGallery } from './gallery/grid-gallery.tsx'
import { PaletteGallery } from './gallery/palette-gallery.tsx'
import { TimelineGallery } from './gallery/timeline-gallery.tsx'
import { PermissionsGallery, TreesGallery } from './gallery/trees-gallery.tsx'
import { WorklistGallery } from './gallery/worklist-gallery.tsx'

/** The data components' part of the gallery. */
export const DataGallery = () => (
  <>
    <GridGallery />
    <FiltersGallery />
    <PaletteGallery />
    <TimelineGallery />
    <WorklistGallery />
    <TreesGallery />
    <PermissionsGallery />
  </>
)
