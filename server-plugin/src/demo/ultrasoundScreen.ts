import { annotationLayer, type AnnotationLayer, type TextStyle } from './annotationLayer.ts';
import { HOSPITAL } from './people.ts';
import { shownDate, shownTime } from './shownDate.ts';
import type { SectorPlace } from './sectorScan.ts';
import type { DemoStudy } from './studyHeader.ts';

export const COLUMNS = 640;
export const ROWS = 480;

export const SECTOR: SectorPlace = {
  apexX: 326,
  apexY: 56,
  pixelsPerMillimetre: 2.45,
  depthMillimetres: 160,
};

const WHITE = '#e8e8e8';
const HEADER: TextStyle = { font: 'Demo Sans', sizePixels: 13, color: WHITE };
const PARAMETER: TextStyle = { font: 'Demo Sans', sizePixels: 11, color: '#b8c4cc' };
const right = (style: TextStyle): TextStyle => ({ ...style, align: 'right' });

const PARAMETERS = ['FR 47Hz', '16cm', '', '2D', '62%', 'C 50', 'P Low', 'HPen'];

const drawDepthScale = ({ context }: AnnotationLayer): void => {
  const x = SECTOR.apexX + SECTOR.depthMillimetres * SECTOR.pixelsPerMillimetre * Math.sin(0.66) + 14;
  context.fillStyle = '#c8c8c8';
  for (let centimetre = 1; centimetre <= 16; centimetre++) {
    const y = SECTOR.apexY + centimetre * 10 * SECTOR.pixelsPerMillimetre;
    if (y > ROWS - 8) break;
    context.fillRect(x, y, centimetre % 5 === 0 ? 9 : 4, 1);
  }
};

const drawGrayBar = ({ context }: AnnotationLayer): void => {
  const gradient = context.createLinearGradient(0, 208, 0, 338);
  gradient.addColorStop(0, '#ffffff');
  gradient.addColorStop(1, '#000000');
  context.fillStyle = gradient;
  context.fillRect(14, 208, 12, 130);
  context.strokeStyle = '#606060';
  context.strokeRect(13.5, 207.5, 13, 131);
};

/** What stands on every frame: the header lines, the settings, the scales. */
export const staticScreen = (study: DemoStudy): AnnotationLayer => {
  const layer = annotationLayer(COLUMNS, ROWS);
  const { patient, date, time } = study;
  layer.identify(patient.shownName, 10, 18, { ...HEADER, font: 'Demo Sans Bold' });
  layer.identify(`ID: ${patient.id}   ${patient.sex}`, 10, 36, HEADER);
  layer.identify(HOSPITAL, 326, 18, { ...HEADER, align: 'center' });
  layer.identify('Sonographer: A. Brambleway', 326, 36, { ...HEADER, sizePixels: 12, align: 'center' });
  layer.identify(`${shownDate(date, '/')}  ${shownTime(time, 3)}`, 630, 18, right(HEADER));
  layer.label('TIS0.8  MI 1.3', 630, 36, right(HEADER));
  layer.label('S5-1 / Adult Echo', 630, 54, right(PARAMETER));
  PARAMETERS.forEach((text, line) => {
    if (text !== '') layer.label(text, 12, 66 + line * 15, PARAMETER);
  });
  layer.label('M3', 14, 200, { ...PARAMETER, color: '#7fb8ff' });
  for (const centimetre of [5, 10, 15])
    layer.label(String(centimetre), 606, SECTOR.apexY + centimetre * 24.5 + 4, PARAMETER);
  drawDepthScale(layer);
  drawGrayBar(layer);
  // The orientation mark of the probe.
  layer.context.strokeStyle = '#7fd4ff';
  layer.context.lineWidth = 2;
  layer.context.beginPath();
  layer.context.arc(SECTOR.apexX + 26, SECTOR.apexY - 2, 5, 0, 2 * Math.PI);
  layer.context.stroke();
  return layer;
};

/** The electrocardiogram in millivolts at a point of the heart cycle: P, QRS and T waves. */
const electrocardiogram = (cycle: number): number => {
  const wave = (at: number, width: number, height: number): number =>
    height * Math.exp(-(((((cycle - at + 1.5) % 1) - 0.5) / width) ** 2));
  return (
    wave(0.82, 0.03, 0.14) +
    wave(0.965, 0.009, -0.12) +
    wave(0.985, 0.011, 1) +
    wave(1.008, 0.01, -0.25) +
    wave(0.3, 0.05, 0.26)
  );
};

const TRACE = { left: 70, right: 560, baseline: 466, height: 26, cycles: 3.4 };

/** What changes from frame to frame: the trace with its cursor and, at the end, a message of the archive. */
export const changingScreen = (cycle: number, message: string | null): AnnotationLayer => {
  const layer = annotationLayer(COLUMNS, ROWS);
  const { context } = layer;
  const width = TRACE.right - TRACE.left;
  const cursor = TRACE.left + ((cycle + 1) / TRACE.cycles) * width;
  context.strokeStyle = '#3fe06a';
  context.lineWidth = 1.2;
  context.beginPath();
  for (let x = TRACE.left; x <= TRACE.right; x++) {
    const y =
      TRACE.baseline - TRACE.height * electrocardiogram((((x - TRACE.left) / width) * TRACE.cycles) % 1);
    if (x > cursor && x < cursor + 10) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.stroke();
  context.fillStyle = '#ffffff';
  context.fillRect(cursor, TRACE.baseline - TRACE.height, 1, TRACE.height + 4);
  layer.label('72 bpm', 630, 470, { ...PARAMETER, color: '#3fe06a', align: 'right' });
  if (message !== null) layer.identify(message, 60, 430, { ...PARAMETER, sizePixels: 12, color: '#ffe27a' });
  return layer;
};
