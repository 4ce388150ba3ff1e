/**
 * PS3.15 Table E.1-1, edition 2024e, groups 4000 to FFFC, by scripts/writeStandardTables.ts; what a line says is in attributeActions.ts.
 */
export const INTERPRETATION = `
(4000,0010) Arbitrary X
(4000,4000) TextComments X
(4008,0040) ResultsID X
(4008,0042) ResultsIDIssuer X
(4008,0100) InterpretationRecordedDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(4008,0101) InterpretationRecordedTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(4008,0102) InterpretationRecorder X
(4008,0108) InterpretationTranscriptionDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(4008,0109) InterpretationTranscriptionTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(4008,010A) InterpretationTranscriber X
(4008,010B) InterpretationText X cleanDescriptors=C
(4008,010C) InterpretationAuthor X
(4008,0111) InterpretationApproverSequence X
(4008,0112) InterpretationApprovalDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(4008,0113) InterpretationApprovalTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(4008,0114) PhysicianApprovingInterpretation X
(4008,0115) InterpretationDiagnosisDescription X cleanDescriptors=C
(4008,0118) ResultsDistributionListSequence X
(4008,0119) DistributionName X
(4008,011A) DistributionAddress X
(4008,0200) InterpretationID X
(4008,0202) InterpretationIDIssuer X
(4008,0300) Impressions X cleanDescriptors=C
(4008,4000) ResultsComments X cleanDescriptors=C
(FFFA,FFFA) DigitalSignaturesSequence X
(FFFC,FFFC) DataSetTrailingPadding X
`;
