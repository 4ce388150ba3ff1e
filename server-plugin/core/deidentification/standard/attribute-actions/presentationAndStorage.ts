/**
 * PS3.15 Table E.1-1, edition 2024e, groups 0050 to 2200, by scripts/writeStandardTables.ts; what a line says is in attributeActions.ts.
 */
export const PRESENTATION_AND_STORAGE = `
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
`;
