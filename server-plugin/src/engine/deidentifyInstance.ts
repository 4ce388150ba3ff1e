import { randomUUID } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fill } from '@pseudonymize-redact/core/contract';
import {
  patientIdentityOf,
  sopInstanceOf,
  type KnownValues,
  type Plan,
  type PlannedIdentity,
  type Pseudonyms,
  type ResolvedProfile,
} from '@pseudonymize-redact/core/deidentification';
import {
  concatenate,
  MemorySource,
  readPart10,
  splice,
  type ByteSource,
  type Part10File,
  type Segment,
} from '@pseudonymize-redact/core/part10';
import {
  outsideUltrasoundRegions,
  redactPixels,
  verifyRedaction,
  type FrameCodecs,
  type PixelRegion,
  type RedactionOutcome,
} from '@pseudonymize-redact/core/pixels';
import { FileSource } from '../files/fileSource.ts';
import { writeSegments } from '../files/segmentWriter.ts';
import { SpillFile } from '../files/spillFile.ts';
import { copyFactsOf, type CopyFacts } from './copyFacts.ts';
import { nodeDeflate } from './nodeDeflate.ts';
import { planFor } from './planFor.ts';
import { verifyCopy } from './verifyCopy.ts';

/** What a project brings to the engine. */
export interface EngineProject {
  readonly profile: ResolvedProfile;
  readonly pseudonyms: Pseudonyms;
  /** What other objects of the study tell of people, places and things. */
  readonly known?: KnownValues;
}

/** What is to be done with the pixels of one SOP Instance. */
export interface PixelOrder {
  readonly regions: readonly PixelRegion[];
  readonly fill: Fill;
  /** Whether everything outside the ultrasound regions is blanked too. */
  readonly outsideUltrasoundRegions: boolean;
  /** Whether every frame was searched for text or reviewed by a person, so that the regions are complete. */
  readonly searched: boolean;
}

/** The order that leaves pixels as they are, and claims nothing of them. */
export const PIXELS_LEFT: PixelOrder = {
  regions: [],
  fill: 'darkest',
  outsideUltrasoundRegions: false,
  searched: false,
};

/** A copy that is whole and verified. */
export interface DeidentifiedInstance {
  readonly original: Part10File;
  readonly plan: Plan;
  readonly pixels: RedactionOutcome;
  /** All that were blanked, those outside the ultrasound regions included. */
  readonly regions: readonly PixelRegion[];
}

/** Reads the finished copy and compares it with what it must be. */
const verify = (
  source: ByteSource,
  { original, plan, pixels, regions }: DeidentifiedInstance,
  { profile }: EngineProject,
  codecs: FrameCodecs,
): CopyFacts => {
  const copy = readPart10(source, nodeDeflate);
  if (pixels.changed !== null) verifyRedaction(original, copy, regions, codecs);
  verifyCopy(copy, plan, profile);
  return copyFactsOf(copy, source);
};

/** The copy's bytes, for as long as no name is given to them. */
const compose = (
  copy: DeidentifiedInstance,
  project: EngineProject,
  codecs: FrameCodecs,
  space: Uint8Array | undefined,
): { readonly bytes: Uint8Array; readonly facts: CopyFacts } => {
  const bytes = concatenate(splice(copy.original, copy.plan.edits, nodeDeflate), space);
  return { bytes, facts: verify(new MemorySource(bytes), copy, project, codecs) };
};

/** The copy is read again where it was written. */
const write = (
  path: string,
  copy: DeidentifiedInstance,
  project: EngineProject,
  codecs: FrameCodecs,
): CopyFacts => {
  const unverified = `${path}.unverified`;
  try {
    writeSegments(splice(copy.original, copy.plan.edits, nodeDeflate), unverified);
    const source = new FileSource(unverified);
    let facts: CopyFacts;
    try {
      facts = verify(source, copy, project, codecs);
    } finally {
      source.close();
    }
    renameSync(unverified, path);
    return facts;
  } finally {
    rmSync(unverified, { force: true });
  }
};

/** Where the copy goes. */
export interface CopyPlace {
  /** For what does not fit into memory meanwhile; exists. */
  readonly scratchFolder: string;
  /** The file's path; its folder exists. Null: the copy's bytes are handed over instead. */
  readonly pathOf: (identity: PlannedIdentity) => string | null;
  /** Memory for the bytes that are handed over, if they fit; else they have their own. */
  readonly space?: Uint8Array;
}

/** Where the copy is: exactly one of the two. */
export interface PlacedInstance extends DeidentifiedInstance {
  readonly path: string | null;
  readonly bytes: Uint8Array | null;
  readonly facts: CopyFacts;
}

/**
 * One SOP Instance from a file to a file: read by ranges, redacted frame by frame, planned, spliced, written, read again and
 * compared. The copy is there when it is whole and verified, or not at all.
 *
 * @throws CodedError PART10_…, PIXELS_…, DEIDENTIFICATION_…, COPY_NOT_VERIFIED: then there is no copy
 */
export const deidentifyInstance = (
  source: ByteSource,
  project: EngineProject,
  orderFor: (original: Part10File) => PixelOrder,
  codecs: FrameCodecs,
  { scratchFolder, pathOf, space }: CopyPlace,
): PlacedInstance => {
  const original = readPart10(source, nodeDeflate);
  const order = orderFor(original);
  const spill = new SpillFile(join(scratchFolder, `${randomUUID()}.frames`));
  try {
    // Before the pixels, which may take minutes: whoever is not met yet is asked for, and then all begins again.
    const subject = patientIdentityOf(original, sopInstanceOf(original).sopInstanceUID);
    project.pseudonyms.patient(subject, [...(project.known?.patients.values() ?? [])]);
    const outside = order.outsideUltrasoundRegions ? outsideUltrasoundRegions(original) : [];
    const regions = [...order.regions, ...outside];
    const { fill, searched } = order;
    const keep = (bytes: Uint8Array): Segment => spill.keep(bytes);
    const pixels = redactPixels(original, regions, { codecs, searched, fill, keep });
    const plan = planFor(original, project, pixels);
    const path = pathOf(plan.identity);
    const copy = { original, plan, pixels, regions };
    if (path === null) return { ...copy, path, ...compose(copy, project, codecs, space) };
    return { ...copy, path, bytes: null, facts: write(path, copy, project, codecs) };
  } finally {
    spill.delete();
  }
};
