import { createRoot } from 'react-dom/client'
import '../styles.css'
import { GalleryPage } from './index.tsx'

const root = document.getElementById('root')
if (root) createRoot(root).render(<GalleryPage />)
