/**
 * PS3.15 Table E.1-1, edition 2024e, groups 0014 to 0028, by scripts/writeStandardTables.ts; what a line says is in attributeActions.ts.
 */
export const ACQUISITION = `
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
`;
