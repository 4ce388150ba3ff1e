import { serveDetection } from './detectionService.ts';
import { loadDetector } from './runtime.ts';

serveDetection(self, () => loadDetector(new URL(import.meta.url)));
