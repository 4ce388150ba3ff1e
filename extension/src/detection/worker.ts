import { serveDetection } from './detectionService.ts';
import { loadModels } from './runtime.ts';

serveDetection(self, () => loadModels(new URL(import.meta.url)));
