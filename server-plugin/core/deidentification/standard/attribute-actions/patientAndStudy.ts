/**
 * PS3.15 Table E.1-1, edition 2024e, groups 0000 to 0012, by scripts/writeStandardTables.ts; what a line says is in attributeActions.ts.
 */
export const PATIENT_AND_STUDY = `
(0000,1000) AffectedSOPInstanceUID X retainUIDs=K
(0000,1001) RequestedSOPInstanceUID U retainUIDs=K
(0002,0003) MediaStorageSOPInstanceUID U retainUIDs=K
(0004,1511) ReferencedSOPInstanceUIDInFile U retainUIDs=K
(0008,0012) InstanceCreationDate X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0013) InstanceCreationTime X/Z/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0014) InstanceCreatorUID U retainUIDs=K
(0008,0015) InstanceCoercionDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0017) AcquisitionUID U retainUIDs=K
(0008,0018) SOPInstanceUID U retainUIDs=K
(0008,0019) PyramidUID U retainUIDs=K
(0008,0020) StudyDate Z retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0021) SeriesDate X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0022) AcquisitionDate X/Z retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0023) ContentDate Z/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0024) OverlayDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0025) CurveDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,002A) AcquisitionDateTime X/Z/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0030) StudyTime Z retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0031) SeriesTime X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0032) AcquisitionTime X/Z retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0033) ContentTime Z/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0034) OverlayTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0035) CurveTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0050) AccessionNumber Z
(0008,0054) RetrieveAETitle X retainDeviceIdentity=C
(0008,0055) StationAETitle X retainDeviceIdentity=C
(0008,0058) FailedSOPInstanceUIDList U retainUIDs=K
(0008,0080) InstitutionName X/Z/D retainInstitutionIdentity=K
(0008,0081) InstitutionAddress X retainInstitutionIdentity=K
(0008,0082) InstitutionCodeSequence X/Z/D retainInstitutionIdentity=K
(0008,0090) ReferringPhysicianName Z
(0008,0092) ReferringPhysicianAddress X
(0008,0094) ReferringPhysicianTelephoneNumbers X
(0008,0096) ReferringPhysicianIdentificationSequence X
(0008,009C) ConsultingPhysicianName Z
(0008,009D) ConsultingPhysicianIdentificationSequence X
(0008,0106) ContextGroupVersion D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0107) ContextGroupLocalVersion D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,0201) TimezoneOffsetFromUTC X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0008,1000) NetworkID X retainDeviceIdentity=C
(0008,1010) StationName X/Z/D retainDeviceIdentity=K
(0008,1030) StudyDescription X cleanDescriptors=C
(0008,103E) SeriesDescription X cleanDescriptors=C
(0008,1040) InstitutionalDepartmentName X retainInstitutionIdentity=K
(0008,1041) InstitutionalDepartmentTypeCodeSequence X retainInstitutionIdentity=K
(0008,1048) PhysiciansOfRecord X
(0008,1049) PhysiciansOfRecordIdentificationSequence X
(0008,1050) PerformingPhysicianName X
(0008,1052) PerformingPhysicianIdentificationSequence X
(0008,1060) NameOfPhysiciansReadingStudy X
(0008,1062) PhysiciansReadingStudyIdentificationSequence X
(0008,1070) OperatorsName X/Z/D
(0008,1072) OperatorIdentificationSequence X/D
(0008,1080) AdmittingDiagnosesDescription X cleanDescriptors=C
(0008,1084) AdmittingDiagnosesCodeSequence X cleanDescriptors=C
(0008,1088) PyramidDescription X cleanDescriptors=C
(0008,1110) ReferencedStudySequence X/Z retainUIDs=K
(0008,1111) ReferencedPerformedProcedureStepSequence X/Z/D retainUIDs=K
(0008,1120) ReferencedPatientSequence X retainUIDs=K
(0008,1140) ReferencedImageSequence X/Z/U* retainUIDs=K
(0008,1155) ReferencedSOPInstanceUID U retainUIDs=K
(0008,1195) TransactionUID U retainUIDs=K
(0008,2111) DerivationDescription X cleanDescriptors=C
(0008,2112) SourceImageSequence X/Z/U* retainUIDs=K
(0008,3010) IrradiationEventUID U retainUIDs=K
(0008,4000) IdentifyingComments X cleanDescriptors=C
(0010,0010) PatientName Z
(0010,0020) PatientID Z/D
(0010,0021) IssuerOfPatientID X
(0010,0030) PatientBirthDate Z
(0010,0032) PatientBirthTime X
(0010,0040) PatientSex Z retainPatientCharacteristics=K
(0010,0050) PatientInsurancePlanCodeSequence X
(0010,0101) PatientPrimaryLanguageCodeSequence X
(0010,0102) PatientPrimaryLanguageModifierCodeSequence X
(0010,1000) OtherPatientIDs X
(0010,1001) OtherPatientNames X
(0010,1002) OtherPatientIDsSequence X
(0010,1005) PatientBirthName X
(0010,1010) PatientAge X retainPatientCharacteristics=K
(0010,1020) PatientSize X retainPatientCharacteristics=K
(0010,1030) PatientWeight X retainPatientCharacteristics=K
(0010,1040) PatientAddress X
(0010,1050) InsurancePlanIdentification X
(0010,1060) PatientMotherBirthName X
(0010,1080) MilitaryRank X
(0010,1081) BranchOfService X
(0010,1090) MedicalRecordLocator X
(0010,1100) ReferencedPatientPhotoSequence X
(0010,2000) MedicalAlerts X cleanDescriptors=C
(0010,2110) Allergies X retainPatientCharacteristics=C cleanDescriptors=C
(0010,2150) CountryOfResidence X
(0010,2152) RegionOfResidence X
(0010,2154) PatientTelephoneNumbers X
(0010,2155) PatientTelecomInformation X
(0010,2160) EthnicGroup X retainPatientCharacteristics=K
(0010,2180) Occupation X cleanDescriptors=C
(0010,21A0) SmokingStatus X retainPatientCharacteristics=K
(0010,21B0) AdditionalPatientHistory X cleanDescriptors=C
(0010,21C0) PregnancyStatus X retainPatientCharacteristics=K
(0010,21D0) LastMenstrualDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0010,21F0) PatientReligiousPreference X
(0010,2203) PatientSexNeutered X/Z retainPatientCharacteristics=K
(0010,2297) ResponsiblePerson X
(0010,2299) ResponsibleOrganization X
(0010,4000) PatientComments X cleanDescriptors=C
(0012,0010) ClinicalTrialSponsorName D
(0012,0020) ClinicalTrialProtocolID D
(0012,0021) ClinicalTrialProtocolName Z
(0012,0022) IssuerOfClinicalTrialProtocolID X
(0012,0023) OtherClinicalTrialProtocolIDsSequence X
(0012,0030) ClinicalTrialSiteID Z retainInstitutionIdentity=K
(0012,0031) ClinicalTrialSiteName Z retainInstitutionIdentity=K
(0012,0032) IssuerOfClinicalTrialSiteID X
(0012,0040) ClinicalTrialSubjectID D
(0012,0041) IssuerOfClinicalTrialSubjectID X
(0012,0042) ClinicalTrialSubjectReadingID D
(0012,0043) IssuerOfClinicalTrialSubjectReadingID X
(0012,0050) ClinicalTrialTimePointID Z
(0012,0051) ClinicalTrialTimePointDescription X cleanDescriptors=C
(0012,0055) IssuerOfClinicalTrialTimePointID X
(0012,0060) ClinicalTrialCoordinatingCenterName Z retainInstitutionIdentity=K
(0012,0071) ClinicalTrialSeriesID X
(0012,0072) ClinicalTrialSeriesDescription X cleanDescriptors=C
(0012,0073) IssuerOfClinicalTrialSeriesID X
(0012,0081) ClinicalTrialProtocolEthicsCommitteeName D retainInstitutionIdentity=K
(0012,0082) ClinicalTrialProtocolEthicsCommitteeApprovalNumber X
(0012,0086) EthicsCommitteeApprovalEffectivenessStartDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0012,0087) EthicsCommitteeApprovalEffectivenessEndDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
`;
