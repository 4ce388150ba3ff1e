import { firstChestScan, followUpChestScan } from './computedTomographyStudies.ts';
import type { DemoInstance } from './demoInstance.ts';
import { doseReport } from './doseReport.ts';
import { radiographStudy } from './radiograph.ts';
import { ultrasoundStudy } from './ultrasoundStudy.ts';

/**
 * The demo studies, the same bytes every time: of one patient an ultrasound clip, a CT scan with its dose report and the
 * follow-up half a year later; of another patient with the same family name, a radiograph. Nobody in them exists.
 */
export function* demoStudies(): Generator<DemoInstance> {
  yield* ultrasoundStudy();
  yield* firstChestScan();
  yield* doseReport();
  yield* followUpChestScan();
  yield* radiographStudy();
}
