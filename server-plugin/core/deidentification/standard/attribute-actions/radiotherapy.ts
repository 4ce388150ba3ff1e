/**
 * PS3.15 Table E.1-1, edition 2024e, groups 3002 to 3010, by scripts/writeStandardTables.ts; what a line says is in attributeActions.ts.
 */
export const RADIOTHERAPY = `
(3002,0121) PositionAcquisitionTemplateName X cleanDescriptors=C
(3002,0123) PositionAcquisitionTemplateDescription X cleanDescriptors=C
(3006,0002) StructureSetLabel D cleanDescriptors=C
(3006,0004) StructureSetName X cleanDescriptors=C
(3006,0006) StructureSetDescription X cleanDescriptors=C
(3006,0008) StructureSetDate Z retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3006,0009) StructureSetTime Z retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3006,0024) ReferencedFrameOfReferenceUID U retainUIDs=K
(3006,0026) ROIName Z cleanDescriptors=C
(3006,0028) ROIDescription X cleanDescriptors=C
(3006,002D) ROIDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3006,002E) ROIObservationDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3006,0038) ROIGenerationDescription X cleanDescriptors=C
(3006,004D) ROICreatorSequence X
(3006,004E) ROIInterpreterSequence X
(3006,0085) ROIObservationLabel X cleanDescriptors=C
(3006,0088) ROIObservationDescription X cleanDescriptors=C
(3006,00A6) ROIInterpreter Z
(3006,00C2) RelatedFrameOfReferenceUID U retainUIDs=K
(3008,0024) TreatmentControlPointDate D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3008,0025) TreatmentControlPointTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3008,0054) FirstTreatmentDate X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3008,0056) MostRecentTreatmentDate X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3008,0105) SourceSerialNumber X/Z retainDeviceIdentity=K
(3008,0162) SafePositionExitDate D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3008,0164) SafePositionExitTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3008,0166) SafePositionReturnDate D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3008,0168) SafePositionReturnTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3008,0250) TreatmentDate X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3008,0251) TreatmentTime X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(300A,0002) RTPlanLabel D cleanDescriptors=C
(300A,0003) RTPlanName X cleanDescriptors=C
(300A,0004) RTPlanDescription X cleanDescriptors=C
(300A,0006) RTPlanDate X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(300A,0007) RTPlanTime X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(300A,000B) TreatmentSites X cleanDescriptors=C
(300A,000E) PrescriptionDescription X cleanDescriptors=C
(300A,0013) DoseReferenceUID U retainUIDs=K
(300A,0016) DoseReferenceDescription X cleanDescriptors=C
(300A,0072) FractionGroupDescription X cleanDescriptors=C
(300A,0083) ReferencedDoseReferenceUID U retainUIDs=K
(300A,00B2) TreatmentMachineName X/Z retainDeviceIdentity=K
(300A,00C3) BeamDescription X cleanDescriptors=C
(300A,00DD) BolusDescription X cleanDescriptors=C
(300A,0196) FixationDeviceDescription X cleanDescriptors=C
(300A,01A6) ShieldingDeviceDescription X cleanDescriptors=C
(300A,01B2) SetupTechniqueDescription X cleanDescriptors=C
(300A,0216) SourceManufacturer X retainDeviceIdentity=K
(300A,022C) SourceStrengthReferenceDate D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(300A,022E) SourceStrengthReferenceTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(300A,02EB) CompensatorDescription X cleanDescriptors=C
(300A,0608) TreatmentPositionGroupLabel D cleanDescriptors=C
(300A,0609) TreatmentPositionGroupUID U retainUIDs=K
(300A,0611) RTAccessoryHolderSlotID Z
(300A,0615) RTAccessoryDeviceSlotID Z
(300A,0619) RadiationDoseIdentificationLabel D cleanDescriptors=C
(300A,0623) RadiationDoseInVivoMeasurementLabel D cleanDescriptors=C
(300A,062A) RTToleranceSetLabel D cleanDescriptors=C
(300A,0650) PatientSetupUID U retainUIDs=K
(300A,0676) EquipmentFrameOfReferenceDescription X cleanDescriptors=C
(300A,067C) RadiationGenerationModeLabel D cleanDescriptors=C
(300A,067D) RadiationGenerationModeDescription Z cleanDescriptors=C
(300A,0700) TreatmentSessionUID U retainUIDs=K
(300A,0734) TreatmentToleranceViolationDescription D cleanDescriptors=C
(300A,0736) TreatmentToleranceViolationDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(300A,073A) RecordedRTControlPointDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(300A,0741) InterlockDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(300A,0742) InterlockDescription D cleanDescriptors=C
(300A,0760) OverrideDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(300A,0783) InterlockOriginDescription D cleanDescriptors=C
(300A,0785) ReferencedTreatmentPositionGroupUID U retainUIDs=K
(300A,078E) PatientTreatmentPreparationProcedureParameterDescription X cleanDescriptors=C
(300A,0792) PatientTreatmentPreparationMethodDescription X cleanDescriptors=C
(300A,0794) PatientSetupPhotoDescription X cleanDescriptors=C
(300A,079A) DisplacementReferenceLabel X cleanDescriptors=C
(300C,0113) ReasonForOmissionDescription X cleanDescriptors=C
(300C,0127) BeamHoldTransitionDateTime D retainDeviceIdentity=K retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(300E,0004) ReviewDate Z retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(300E,0005) ReviewTime Z retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(300E,0008) ReviewerName X/Z
(3010,0006) ConceptualVolumeUID U retainUIDs=K
(3010,000B) ReferencedConceptualVolumeUID U retainUIDs=K
(3010,000F) ConceptualVolumeCombinationDescription Z cleanDescriptors=C
(3010,0013) ConstituentConceptualVolumeUID U retainUIDs=K
(3010,0015) SourceConceptualVolumeUID U retainUIDs=K
(3010,0017) ConceptualVolumeDescription Z cleanDescriptors=C
(3010,001B) DeviceAlternateIdentifier Z
(3010,002D) DeviceLabel D retainDeviceIdentity=K
(3010,0031) ReferencedFiducialsUID U retainUIDs=K
(3010,0033) UserContentLabel D cleanDescriptors=C
(3010,0034) UserContentLongLabel D cleanDescriptors=C
(3010,0035) EntityLabel D cleanDescriptors=C
(3010,0036) EntityName X cleanDescriptors=C
(3010,0037) EntityDescription X cleanDescriptors=C
(3010,0038) EntityLongLabel D cleanDescriptors=C
(3010,003B) RTTreatmentPhaseUID U retainUIDs=K
(3010,0043) ManufacturerDeviceIdentifier Z retainDeviceIdentity=K
(3010,004C) IntendedPhaseStartDate X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3010,004D) IntendedPhaseEndDate X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(3010,0054) RTPrescriptionLabel D cleanDescriptors=C
(3010,0056) RTTreatmentApproachLabel X/D cleanDescriptors=C
(3010,005A) RTPhysicianIntentNarrative Z cleanDescriptors=C
(3010,005C) ReasonForSuperseding Z cleanDescriptors=C
(3010,0061) PriorTreatmentDoseDescription X cleanDescriptors=C
(3010,006E) DosimetricObjectiveUID U retainUIDs=K
(3010,006F) ReferencedDosimetricObjectiveUID U retainUIDs=K
(3010,0077) TreatmentSite X/D cleanDescriptors=C
(3010,007A) TreatmentTechniqueNotes Z cleanDescriptors=C
(3010,007B) PrescriptionNotes Z cleanDescriptors=C
(3010,007F) FractionationNotes Z cleanDescriptors=C
(3010,0081) PrescriptionNotesSequence Z cleanDescriptors=C
(3010,0085) IntendedFractionStartTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
`;
