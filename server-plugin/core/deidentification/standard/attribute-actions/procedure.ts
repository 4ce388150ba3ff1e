/**
 * PS3.15 Table E.1-1, edition 2024e, groups 0032 to 0044, by scripts/writeStandardTables.ts; what a line says is in attributeActions.ts.
 */
export const PROCEDURE = `
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
`;
