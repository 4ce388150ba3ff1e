// How a phased array makes its picture: scatterers of random phase, the point spread of the beam, the envelope, compression to
// decibels, and the conversion from beams to the sector on the screen. The speckle comes out of it as it does in a machine.
import { restingPlace, type Contraction, type Echogenicity } from './cardiacPhantom.ts';
import { seededRandom, type Random } from './random.ts';

const BEAMS = 168;
const SAMPLES = 440;
const HALF_ANGLE_RADIANS = 0.66;
const DYNAMIC_RANGE_DECIBELS = 58;
const NOISE_DECIBELS = -55;

/** Where the sector lies on the screen, in pixels. */
export interface SectorPlace {
  readonly apexX: number;
  readonly apexY: number;
  readonly pixelsPerMillimetre: number;
  readonly depthMillimetres: number;
}

/** One frame of beams: SAMPLES values (0 to 1) a beam. */
type Beams = Float32Array;

const FIELD_SIZE = 512;
const FIELD_MILLIMETRES = 220;

/** Scatterers at rest: real and imaginary part by place, in a square around the beam's axis. */
const scattererField = (random: Random): Float32Array =>
  Float32Array.from({ length: FIELD_SIZE * FIELD_SIZE * 2 }, () => random.gaussian());

const bell = (sigma: number): readonly number[] => {
  const reach = Math.ceil(sigma * 2.5);
  return Array.from({ length: 2 * reach + 1 }, (_, index) => Math.exp(-(((index - reach) / sigma) ** 2) / 2));
};

/** Along the beam the pulse is short, across the beams it is wide. */
const ALONG = bell(1.5);
const ACROSS = bell(1.25);

/** Convolves along the beams (`stride` 1) or across them (`stride` SAMPLES); edges are left out of the sum. */
const convolve = (
  from: Float32Array,
  kernel: readonly number[],
  stride: 1 | typeof SAMPLES,
): Float32Array => {
  const to = new Float32Array(from.length);
  const reach = (kernel.length - 1) / 2;
  const margin = reach * stride;
  for (let at = margin; at < from.length - margin; at++) {
    let sum = 0;
    for (let k = 0, source = at - margin; k < kernel.length; k++, source += stride)
      sum += (from[source] ?? 0) * (kernel[k] ?? 0);
    to[at] = sum;
  }
  return to;
};

const spread = (part: Float32Array): Float32Array => convolve(convolve(part, ALONG, 1), ACROSS, SAMPLES);

const angleOf = (beam: number): number => (beam / (BEAMS - 1) - 0.5) * 2 * HALF_ANGLE_RADIANS;

const amplitude = (decibels: number): number => 10 ** (decibels / 20);

/** Power of white noise of unit variance after both convolutions. */
const GAIN = Math.sqrt(
  ALONG.reduce((sum, value) => sum + value * value, 0) *
    ACROSS.reduce((sum, value) => sum + value * value, 0),
);

export interface SectorScanner {
  /** One frame of the screen's sector: gray values 0 to 255 row by row; 0 outside the sector. */
  scan(tissue: Echogenicity, contraction: Contraction): Uint8Array;
}

export const sectorScanner = (
  columns: number,
  rows: number,
  place: SectorPlace,
  seed: number,
): SectorScanner => {
  const random = seededRandom(seed);
  const field = scattererField(random);
  const screen = screenOf(columns, rows, place);

  const beams = (tissue: Echogenicity, contraction: Contraction): Beams => {
    const real = new Float32Array(BEAMS * SAMPLES);
    const imaginary = new Float32Array(BEAMS * SAMPLES);
    const noise = amplitude(NOISE_DECIBELS);
    for (let beam = 0; beam < BEAMS; beam++) {
      const angle = angleOf(beam);
      // The array sees less at its edges.
      const aperture = -7 * (angle / HALF_ANGLE_RADIANS) ** 4;
      for (let sample = 0; sample < SAMPLES; sample++) {
        const depth = (sample / SAMPLES) * place.depthMillimetres;
        const x = depth * Math.sin(angle);
        const y = depth * Math.cos(angle);
        const nearField = 14 * Math.exp(-depth / 4);
        const strength = amplitude(tissue(x, y) + aperture + nearField);
        const [restX, restY] = restingPlace(x, y, contraction);
        const column = Math.round((restX / FIELD_MILLIMETRES + 0.5) * (FIELD_SIZE - 1));
        const row = Math.round((restY / FIELD_MILLIMETRES) * (FIELD_SIZE - 1));
        const scatterer = (row * FIELD_SIZE + column) * 2;
        const at = beam * SAMPLES + sample;
        real[at] = strength * (field[scatterer] ?? 0) + noise * random.gaussian();
        imaginary[at] = strength * (field[scatterer + 1] ?? 0) + noise * random.gaussian();
      }
    }
    const spreadReal = spread(real);
    const spreadImaginary = spread(imaginary);
    return spreadReal.map((value, at) => {
      const decibels =
        20 * Math.log10(Math.sqrt(value * value + (spreadImaginary[at] ?? 0) ** 2) / GAIN + 1e-6);
      return Math.min(1, Math.max(0, 1 + (decibels + 4) / DYNAMIC_RANGE_DECIBELS));
    });
  };

  return {
    scan(tissue, contraction) {
      const values = beams(tissue, contraction);
      const frame = new Uint8Array(columns * rows);
      for (const { pixel, beam, sample } of screen) {
        const corner = Math.floor(beam) * SAMPLES + Math.floor(sample);
        const u = beam - Math.floor(beam);
        const v = sample - Math.floor(sample);
        const value =
          ((values[corner] ?? 0) * (1 - v) + (values[corner + 1] ?? 0) * v) * (1 - u) +
          ((values[corner + SAMPLES] ?? 0) * (1 - v) + (values[corner + SAMPLES + 1] ?? 0) * v) * u;
        frame[pixel] = Math.round(255 * value ** 1.25);
      }
      return frame;
    },
  };
};

interface ScreenPixel {
  readonly pixel: number;
  readonly beam: number;
  readonly sample: number;
}

/** Which beam and sample each pixel of the sector shows. */
const screenOf = (columns: number, rows: number, place: SectorPlace): readonly ScreenPixel[] => {
  const pixels: ScreenPixel[] = [];
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const across = (x + 0.5 - place.apexX) / place.pixelsPerMillimetre;
      const down = (y + 0.5 - place.apexY) / place.pixelsPerMillimetre;
      const angle = Math.atan2(across, down);
      const beam = (angle / HALF_ANGLE_RADIANS / 2 + 0.5) * (BEAMS - 1);
      const sample = (Math.hypot(across, down) / place.depthMillimetres) * SAMPLES;
      if (beam >= 0 && beam < BEAMS - 1 && sample >= 3 && sample < SAMPLES - ALONG.length)
        pixels.push({ pixel: y * columns + x, beam, sample });
    }
  return pixels;
};
