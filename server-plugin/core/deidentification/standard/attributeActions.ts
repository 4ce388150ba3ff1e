/**
 * PS3.15 Table E.1-1, edition 2024e, by scripts/writeStandardTables.ts: one attribute a line. Tag, keyword, action of the
 * Basic Application Level Confidentiality Profile, and the action of each Option that has one. Repeating groups (50xx, 60xx)
 * and private attributes are rules of the plan, not rows.
 */
export const ATTRIBUTE_ACTIONS = `
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
(0014,407C) CalibrationTime X retainDeviceIdentity=K retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0014,407E) CalibrationDate X retainDeviceIdentity=K retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0016,002B) MakerNote X cleanDescriptors=C
(0016,004B) DeviceSettingDescription X cleanDescriptors=C
(0016,004D) CameraOwnerName X
(0016,004E) LensSpecification X retainDeviceIdentity=K
(0016,004F) LensMake X retainDeviceIdentity=K
(0016,0050) LensModel X retainDeviceIdentity=K
(0016,0051) LensSerialNumber X retainDeviceIdentity=K
(0016,0070) GPSVersionID X
(0016,0071) GPSLatitudeRef X
(0016,0072) GPSLatitude X
(0016,0073) GPSLongitudeRef X
(0016,0074) GPSLongitude X
(0016,0075) GPSAltitudeRef X
(0016,0076) GPSAltitude X
(0016,0077) GPSTimeStamp X
(0016,0078) GPSSatellites X
(0016,0079) GPSStatus X
(0016,007A) GPSMeasureMode X
(0016,007B) GPSDOP X
(0016,007C) GPSSpeedRef X
(0016,007D) GPSSpeed X
(0016,007E) GPSTrackRef X
(0016,007F) GPSTrack X
(0016,0080) GPSImgDirectionRef X
(0016,0081) GPSImgDirection X
(0016,0082) GPSMapDatum X
(0016,0083) GPSDestLatitudeRef X
(0016,0084) GPSDestLatitude X
(0016,0085) GPSDestLongitudeRef X
(0016,0086) GPSDestLongitude X
(0016,0087) GPSDestBearingRef X
(0016,0088) GPSDestBearing X
(0016,0089) GPSDestDistanceRef X
(0016,008A) GPSDestDistance X
(0016,008B) GPSProcessingMethod X
(0016,008C) GPSAreaInformation X
(0016,008D) GPSDateStamp X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0016,008E) GPSDifferential X
(0018,0010) ContrastBolusAgent Z/D cleanDescriptors=C
(0018,0027) InterventionDrugStopTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,0035) InterventionDrugStartTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1000) DeviceSerialNumber X/Z/D retainDeviceIdentity=K
(0018,1002) DeviceUID U retainUIDs=K retainDeviceIdentity=K
(0018,1004) PlateID X retainDeviceIdentity=K
(0018,1005) GeneratorID X retainDeviceIdentity=K
(0018,1007) CassetteID X retainDeviceIdentity=K
(0018,1008) GantryID X retainDeviceIdentity=K
(0018,1009) UniqueDeviceIdentifier X retainDeviceIdentity=K
(0018,100A) UDISequence X retainDeviceIdentity=K
(0018,100B) ManufacturerDeviceClassUID U retainUIDs=K retainDeviceIdentity=K
(0018,1012) DateOfSecondaryCapture X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1014) TimeOfSecondaryCapture X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1030) ProtocolName X/D cleanDescriptors=C
(0018,1042) ContrastBolusStartTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1043) ContrastBolusStopTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1072) RadiopharmaceuticalStartTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1073) RadiopharmaceuticalStopTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1078) RadiopharmaceuticalStartDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1079) RadiopharmaceuticalStopDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,11BB) AcquisitionFieldOfViewLabel D cleanDescriptors=C
(0018,1200) DateOfLastCalibration X retainDeviceIdentity=K retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1201) TimeOfLastCalibration X retainDeviceIdentity=K retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1202) DateTimeOfLastCalibration X retainDeviceIdentity=K retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1203) CalibrationDateTime Z retainDeviceIdentity=K retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1204) DateOfManufacture X retainDeviceIdentity=K retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1205) DateOfInstallation X retainDeviceIdentity=K retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,1400) AcquisitionDeviceProcessingDescription X/D cleanDescriptors=C
(0018,2042) TargetUID U retainUIDs=K
(0018,4000) AcquisitionComments X cleanDescriptors=C
(0018,5011) TransducerIdentificationSequence X retainDeviceIdentity=K
(0018,700A) DetectorID X/D retainDeviceIdentity=K
(0018,700C) DateOfLastDetectorCalibration X/D retainDeviceIdentity=K retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,700E) TimeOfLastDetectorCalibration X/D retainDeviceIdentity=K retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,9074) FrameAcquisitionDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,9151) FrameReferenceDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,9185) RespiratoryMotionCompensationTechniqueDescription X cleanDescriptors=C
(0018,9367) XRaySourceID D retainDeviceIdentity=K
(0018,9369) SourceStartDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,936A) SourceEndDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,9371) XRayDetectorID D retainDeviceIdentity=K
(0018,9373) XRayDetectorLabel X retainDeviceIdentity=K
(0018,937B) MultienergyAcquisitionDescription X cleanDescriptors=C
(0018,937F) DecompositionDescription X cleanDescriptors=C
(0018,9424) AcquisitionProtocolDescription X cleanDescriptors=C
(0018,9516) StartAcquisitionDateTime X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,9517) EndAcquisitionDateTime X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,9623) FunctionalSyncPulse D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,9701) DecayCorrectionDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,9804) ExclusionStartDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,9919) InstructionPerformedDateTime Z/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,9937) RequestedSeriesDescription X cleanDescriptors=C
(0018,A002) ContributionDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0018,A003) ContributionDescription X cleanDescriptors=C
(0020,000D) StudyInstanceUID U retainUIDs=K
(0020,000E) SeriesInstanceUID U retainUIDs=K
(0020,0010) StudyID Z
(0020,0027) PyramidLabel X cleanDescriptors=C
(0020,0052) FrameOfReferenceUID U retainUIDs=K
(0020,0200) SynchronizationFrameOfReferenceUID U retainUIDs=K
(0020,3401) ModifyingDeviceID X retainDeviceIdentity=K
(0020,3403) ModifiedImageDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0020,3405) ModifiedImageTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0020,3406) ModifiedImageDescription X
(0020,4000) ImageComments X cleanDescriptors=C
(0020,9158) FrameComments X cleanDescriptors=C
(0020,9161) ConcatenationUID U retainUIDs=K
(0020,9164) DimensionOrganizationUID U retainUIDs=K
(0028,1199) PaletteColorLookupTableUID U retainUIDs=K
(0028,1214) LargePaletteColorLookupTableUID U retainUIDs=K
(0028,4000) ImagePresentationComments X
(0032,0012) StudyIDIssuer X
(0032,0032) StudyVerifiedDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0032,0033) StudyVerifiedTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0032,0034) StudyReadDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0032,0035) StudyReadTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0032,1000) ScheduledStudyStartDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0032,1001) ScheduledStudyStartTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0032,1010) ScheduledStudyStopDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0032,1011) ScheduledStudyStopTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0032,1020) ScheduledStudyLocation X retainDeviceIdentity=K
(0032,1021) ScheduledStudyLocationAETitle X retainDeviceIdentity=C
(0032,1030) ReasonForStudy X cleanDescriptors=C
(0032,1032) RequestingPhysician X
(0032,1033) RequestingService X
(0032,1040) StudyArrivalDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0032,1041) StudyArrivalTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0032,1050) StudyCompletionDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0032,1051) StudyCompletionTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0032,1060) RequestedProcedureDescription X/Z cleanDescriptors=C
(0032,1066) ReasonForVisit X cleanDescriptors=C
(0032,1067) ReasonForVisitCodeSequence X cleanDescriptors=C
(0032,1070) RequestedContrastAgent X cleanDescriptors=C
(0032,4000) StudyComments X cleanDescriptors=C
(0034,0001) FlowIdentifierSequence D
(0034,0002) FlowIdentifier D
(0034,0005) SourceIdentifier D
(0034,0007) FrameOriginTimestamp D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0038,0004) ReferencedPatientAliasSequence X
(0038,0010) AdmissionID X
(0038,0011) IssuerOfAdmissionID X
(0038,0014) IssuerOfAdmissionIDSequence X
(0038,001A) ScheduledAdmissionDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0038,001B) ScheduledAdmissionTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0038,001C) ScheduledDischargeDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0038,001D) ScheduledDischargeTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0038,001E) ScheduledPatientInstitutionResidence X
(0038,0020) AdmittingDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0038,0021) AdmittingTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0038,0030) DischargeDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0038,0032) DischargeTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0038,0040) DischargeDiagnosisDescription X cleanDescriptors=C
(0038,0050) SpecialNeeds X retainPatientCharacteristics=C
(0038,0060) ServiceEpisodeID X
(0038,0061) IssuerOfServiceEpisodeID X
(0038,0062) ServiceEpisodeDescription X cleanDescriptors=C
(0038,0064) IssuerOfServiceEpisodeIDSequence X
(0038,0300) CurrentPatientLocation X
(0038,0400) PatientInstitutionResidence X
(0038,0500) PatientState X retainPatientCharacteristics=C cleanDescriptors=C
(0038,4000) VisitComments X cleanDescriptors=C
(003A,0310) MultiplexGroupUID U retainUIDs=K
(003A,0314) ImpedanceMeasurementDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(003A,0329) WaveformFilterDescription X cleanDescriptors=C
(003A,032B) FilterLookupTableDescription X cleanDescriptors=C
(0040,0001) ScheduledStationAETitle X retainDeviceIdentity=C
(0040,0002) ScheduledProcedureStepStartDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,0003) ScheduledProcedureStepStartTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,0004) ScheduledProcedureStepEndDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,0005) ScheduledProcedureStepEndTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,0006) ScheduledPerformingPhysicianName X
(0040,0007) ScheduledProcedureStepDescription X cleanDescriptors=C
(0040,0009) ScheduledProcedureStepID X
(0040,000B) ScheduledPerformingPhysicianIdentificationSequence X
(0040,0010) ScheduledStationName X retainDeviceIdentity=K
(0040,0011) ScheduledProcedureStepLocation X retainDeviceIdentity=K
(0040,0012) PreMedication X retainPatientCharacteristics=C
(0040,0241) PerformedStationAETitle X retainDeviceIdentity=C
(0040,0242) PerformedStationName X retainDeviceIdentity=K
(0040,0243) PerformedLocation X
(0040,0244) PerformedProcedureStepStartDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,0245) PerformedProcedureStepStartTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,0250) PerformedProcedureStepEndDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,0251) PerformedProcedureStepEndTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,0253) PerformedProcedureStepID X
(0040,0254) PerformedProcedureStepDescription X cleanDescriptors=C
(0040,0275) RequestAttributesSequence X cleanDescriptors=C
(0040,0280) CommentsOnThePerformedProcedureStep X cleanDescriptors=C
(0040,0310) CommentsOnRadiationDose X cleanDescriptors=C
(0040,050A) SpecimenAccessionNumber X
(0040,0512) ContainerIdentifier D
(0040,0513) IssuerOfTheContainerIdentifierSequence Z
(0040,051A) ContainerDescription X cleanDescriptors=C
(0040,0551) SpecimenIdentifier D
(0040,0554) SpecimenUID U retainUIDs=K
(0040,0555) AcquisitionContextSequence X/Z cleanStructuredContent=C
(0040,0562) IssuerOfTheSpecimenIdentifierSequence Z
(0040,0600) SpecimenShortDescription X cleanDescriptors=C
(0040,0602) SpecimenDetailedDescription X cleanDescriptors=C
(0040,0610) SpecimenPreparationSequence Z cleanStructuredContent=C
(0040,06FA) SlideIdentifier X
(0040,1001) RequestedProcedureID X
(0040,1002) ReasonForTheRequestedProcedure X cleanDescriptors=C
(0040,1004) PatientTransportArrangements X
(0040,1005) RequestedProcedureLocation X
(0040,100A) ReasonForRequestedProcedureCodeSequence X cleanDescriptors=C
(0040,1010) NamesOfIntendedRecipientsOfResults X
(0040,1011) IntendedRecipientsOfResultsIdentificationSequence X
(0040,1101) PersonIdentificationCodeSequence D
(0040,1102) PersonAddress X
(0040,1103) PersonTelephoneNumbers X
(0040,1104) PersonTelecomInformation X
(0040,1400) RequestedProcedureComments X cleanDescriptors=C
(0040,2001) ReasonForTheImagingServiceRequest X cleanDescriptors=C
(0040,2004) IssueDateOfImagingServiceRequest X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,2005) IssueTimeOfImagingServiceRequest X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,2008) OrderEnteredBy X
(0040,2009) OrderEntererLocation X
(0040,2010) OrderCallbackPhoneNumber X
(0040,2011) OrderCallbackTelecomInformation X
(0040,2016) PlacerOrderNumberImagingServiceRequest Z
(0040,2017) FillerOrderNumberImagingServiceRequest Z
(0040,2400) ImagingServiceRequestComments X cleanDescriptors=C
(0040,3001) ConfidentialityConstraintOnPatientDataDescription X
(0040,4005) ScheduledProcedureStepStartDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,4008) ScheduledProcedureStepExpirationDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,4010) ScheduledProcedureStepModificationDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,4011) ExpectedCompletionDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,4023) ReferencedGeneralPurposeScheduledProcedureStepTransactionUID U retainUIDs=K
(0040,4025) ScheduledStationNameCodeSequence X retainDeviceIdentity=K
(0040,4027) ScheduledStationGeographicLocationCodeSequence X retainDeviceIdentity=K
(0040,4028) PerformedStationNameCodeSequence X retainDeviceIdentity=K
(0040,4030) PerformedStationGeographicLocationCodeSequence X retainDeviceIdentity=K
(0040,4034) ScheduledHumanPerformersSequence X
(0040,4035) ActualHumanPerformersSequence X
(0040,4036) HumanPerformerOrganization X
(0040,4037) HumanPerformerName X
(0040,4050) PerformedProcedureStepStartDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,4051) PerformedProcedureStepEndDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,4052) ProcedureStepCancellationDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A023) FindingsGroupRecordingDateTrial X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A024) FindingsGroupRecordingTimeTrial X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A027) VerifyingOrganization D
(0040,A030) VerificationDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A032) ObservationDateTime X/D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A033) ObservationStartDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A073) VerifyingObserverSequence D
(0040,A075) VerifyingObserverName D
(0040,A078) AuthorObserverSequence X
(0040,A07A) ParticipantSequence X
(0040,A07C) CustodialOrganizationSequence X
(0040,A082) ParticipationDateTime Z retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A088) VerifyingObserverIdentificationCodeSequence Z
(0040,A110) DateOfDocumentOrVerbalTransactionTrial X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A112) TimeOfDocumentCreationOrVerbalTransactionTrial X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A120) DateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A121) Date D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A122) Time D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A123) PersonName D
(0040,A124) UID U
(0040,A13A) ReferencedDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A171) ObservationUID U retainUIDs=K
(0040,A172) ReferencedObservationUIDTrial U retainUIDs=K
(0040,A192) ObservationDateTrial X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A193) ObservationTimeTrial X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,A307) CurrentObserverTrial X
(0040,A352) VerbalSourceTrial X
(0040,A353) AddressTrial X
(0040,A354) TelephoneNumberTrial X
(0040,A358) VerbalSourceIdentifierCodeSequenceTrial X
(0040,A402) ObservationSubjectUIDTrial U retainUIDs=K
(0040,A730) ContentSequence D cleanStructuredContent=C
(0040,DB06) TemplateVersion X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,DB07) TemplateLocalVersion X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0040,DB0C) TemplateExtensionOrganizationUID U retainUIDs=K
(0040,DB0D) TemplateExtensionCreatorUID U retainUIDs=K
(0040,E004) HL7DocumentEffectiveTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0042,0011) EncapsulatedDocument D
(0044,0004) ApprovalStatusDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0044,000B) ProductExpirationDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0044,0010) SubstanceAdministrationDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0044,0104) AssertionDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0044,0105) AssertionExpirationDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0050,001B) ContainerComponentID X
(0050,0020) DeviceDescription X retainDeviceIdentity=K
(0050,0021) LongDeviceDescription X cleanDescriptors=C
(0062,0021) TrackingUID U retainUIDs=K
(0064,0003) SourceFrameOfReferenceUID U retainUIDs=K
(0068,6226) EffectiveDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0068,6270) InformationIssueDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(006A,0003) AnnotationGroupUID D retainUIDs=K
(006A,0005) AnnotationGroupLabel D cleanDescriptors=C
(006A,0006) AnnotationGroupDescription X cleanDescriptors=C
(0070,0001) GraphicAnnotationSequence D cleanGraphics=C
(0070,0082) PresentationCreationDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0070,0083) PresentationCreationTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0070,0084) ContentCreatorName Z/D
(0070,0086) ContentCreatorIdentificationCodeSequence X
(0070,031A) FiducialUID U retainUIDs=K
(0070,1101) PresentationDisplayCollectionUID U retainUIDs=K
(0070,1102) PresentationSequenceCollectionUID U retainUIDs=K
(0072,000A) HangingProtocolCreationDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0072,005E) SelectorAEValue D retainDeviceIdentity=C
(0072,005F) SelectorASValue D retainPatientCharacteristics=K
(0072,0061) SelectorDAValue D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0072,0063) SelectorDTValue D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0072,0065) SelectorOBValue D
(0072,0066) SelectorLOValue D cleanDescriptors=C
(0072,0068) SelectorLTValue D cleanDescriptors=C
(0072,006A) SelectorPNValue D
(0072,006B) SelectorTMValue D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0072,006C) SelectorSHValue D cleanDescriptors=C
(0072,006D) SelectorUNValue D
(0072,006E) SelectorSTValue D cleanDescriptors=C
(0072,0070) SelectorUTValue D cleanDescriptors=C
(0072,0071) SelectorURValue D
(0074,1234) ReceivingAE X retainDeviceIdentity=C
(0074,1236) RequestingAE X retainDeviceIdentity=C
(0088,0140) StorageMediaFileSetUID U retainUIDs=K
(0088,0200) IconImageSequence X
(0088,0904) TopicTitle X
(0088,0906) TopicSubject X
(0088,0910) TopicAuthor X
(0088,0912) TopicKeywords X
(0100,0420) SOPAuthorizationDateTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0400,0100) DigitalSignatureUID U
(0400,0105) DigitalSignatureDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0400,0115) CertificateOfSigner D
(0400,0310) CertifiedTimestamp X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0400,0402) ReferencedDigitalSignatureSequence X
(0400,0403) ReferencedSOPInstanceMACSequence X
(0400,0404) MAC X
(0400,0550) ModifiedAttributesSequence X
(0400,0551) NonconformingModifiedAttributesSequence X
(0400,0552) NonconformingDataElementValue X
(0400,0561) OriginalAttributesSequence X
(0400,0562) AttributeModificationDateTime D retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(0400,0563) ModifyingSystem D retainDeviceIdentity=K
(0400,0564) SourceOfPreviousValues Z retainInstitutionIdentity=K
(0400,0565) ReasonForTheAttributeModification D cleanDescriptors=C
(0400,0600) InstanceOriginStatus X
(2030,0020) TextString X
(2100,0040) CreationDate X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(2100,0050) CreationTime X retainLongitudinalFullDates=K retainLongitudinalModifiedDates=C
(2100,0070) Originator X retainDeviceIdentity=C
(2100,0140) DestinationAE D retainDeviceIdentity=C
(2200,0002) LabelText X/Z cleanDescriptors=C
(2200,0005) BarcodeValue X/Z
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
