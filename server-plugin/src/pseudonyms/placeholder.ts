const PLACEHOLDERS: ReadonlySet<string> = new Set(
  'ANON ANONYMIZED ANONYMISED ANONYMOUS DEFAULT DUMMY EMERGENCY ID NA NAN NIL NOID NONE NOTAVAILABLE NULL NOPATIENTID PATIENT PATIENTID PHANTOM TEST TRAUMA UNASSIGNED UNDEFINED UNIDENTIFIED UNKNOWN'.split(
    ' ',
  ),
);

/** Whether a Patient ID names nobody: then two studies that have it are not of one patient for that. */
export const isPlaceholder = (patientID: string): boolean => {
  const bare = patientID.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  // Also 0, 0000, 99999, XXXX: one character again and again, or nothing at all.
  return (
    bare === '' || PLACEHOLDERS.has(bare) || (/^(.)\1*$/u.test(bare) && (bare.length >= 3 || bare[0] === '0'))
  );
};
