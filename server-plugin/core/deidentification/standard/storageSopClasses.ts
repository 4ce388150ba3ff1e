/**
 * The Storage SOP Classes of PS3.6 Table A-1 (2024e), retired ones included: UID, how de-identification treats it, name. What each
 * word means, and which of them are refused, is in sopClassHandling.ts; a SOP Class that is not here is refused.
 */
export const STORAGE_SOP_CLASSES = `
1.2.840.10008.1.3.10 noPatient Media Storage Directory Storage
1.2.840.10008.5.1.4.1.1.1 image Computed Radiography Image Storage
1.2.840.10008.5.1.4.1.1.1.1 image Digital X-Ray Image Storage - For Presentation
1.2.840.10008.5.1.4.1.1.1.1.1 image Digital X-Ray Image Storage - For Processing
1.2.840.10008.5.1.4.1.1.1.2 image Digital Mammography X-Ray Image Storage - For Presentation
1.2.840.10008.5.1.4.1.1.1.2.1 image Digital Mammography X-Ray Image Storage - For Processing
1.2.840.10008.5.1.4.1.1.1.3 image Digital Intra-Oral X-Ray Image Storage - For Presentation
1.2.840.10008.5.1.4.1.1.1.3.1 image Digital Intra-Oral X-Ray Image Storage - For Processing
1.2.840.10008.5.1.4.1.1.2 image CT Image Storage
1.2.840.10008.5.1.4.1.1.2.1 image Enhanced CT Image Storage
1.2.840.10008.5.1.4.1.1.2.2 image Legacy Converted Enhanced CT Image Storage
1.2.840.10008.5.1.4.1.1.3 image Ultrasound Multi-frame Image Storage
1.2.840.10008.5.1.4.1.1.3.1 image Ultrasound Multi-frame Image Storage
1.2.840.10008.5.1.4.1.1.4 image MR Image Storage
1.2.840.10008.5.1.4.1.1.4.1 image Enhanced MR Image Storage
1.2.840.10008.5.1.4.1.1.4.2 measurement MR Spectroscopy Storage
1.2.840.10008.5.1.4.1.1.4.3 image Enhanced MR Color Image Storage
1.2.840.10008.5.1.4.1.1.4.4 image Legacy Converted Enhanced MR Image Storage
1.2.840.10008.5.1.4.1.1.5 image Nuclear Medicine Image Storage
1.2.840.10008.5.1.4.1.1.6 image Ultrasound Image Storage
1.2.840.10008.5.1.4.1.1.6.1 image Ultrasound Image Storage
1.2.840.10008.5.1.4.1.1.6.2 image Enhanced US Volume Storage
1.2.840.10008.5.1.4.1.1.6.3 image Photoacoustic Image Storage
1.2.840.10008.5.1.4.1.1.7 image Secondary Capture Image Storage
1.2.840.10008.5.1.4.1.1.7.1 image Multi-frame Single Bit Secondary Capture Image Storage
1.2.840.10008.5.1.4.1.1.7.2 image Multi-frame Grayscale Byte Secondary Capture Image Storage
1.2.840.10008.5.1.4.1.1.7.3 image Multi-frame Grayscale Word Secondary Capture Image Storage
1.2.840.10008.5.1.4.1.1.7.4 image Multi-frame True Color Secondary Capture Image Storage
1.2.840.10008.5.1.4.1.1.8 overlayOrCurve Standalone Overlay Storage
1.2.840.10008.5.1.4.1.1.9 overlayOrCurve Standalone Curve Storage
1.2.840.10008.5.1.4.1.1.9.1 waveform Waveform Storage - Trial
1.2.840.10008.5.1.4.1.1.9.1.1 waveform 12-lead ECG Waveform Storage
1.2.840.10008.5.1.4.1.1.9.1.2 waveform General ECG Waveform Storage
1.2.840.10008.5.1.4.1.1.9.1.3 waveform Ambulatory ECG Waveform Storage
1.2.840.10008.5.1.4.1.1.9.1.4 waveform General 32-bit ECG Waveform Storage
1.2.840.10008.5.1.4.1.1.9.2.1 waveform Hemodynamic Waveform Storage
1.2.840.10008.5.1.4.1.1.9.3.1 waveform Cardiac Electrophysiology Waveform Storage
1.2.840.10008.5.1.4.1.1.9.4.1 audio Basic Voice Audio Waveform Storage
1.2.840.10008.5.1.4.1.1.9.4.2 audio General Audio Waveform Storage
1.2.840.10008.5.1.4.1.1.9.5.1 waveform Arterial Pulse Waveform Storage
1.2.840.10008.5.1.4.1.1.9.6.1 waveform Respiratory Waveform Storage
1.2.840.10008.5.1.4.1.1.9.6.2 waveform Multi-channel Respiratory Waveform Storage
1.2.840.10008.5.1.4.1.1.9.7.1 waveform Routine Scalp Electroencephalogram Waveform Storage
1.2.840.10008.5.1.4.1.1.9.7.2 waveform Electromyogram Waveform Storage
1.2.840.10008.5.1.4.1.1.9.7.3 waveform Electrooculogram Waveform Storage
1.2.840.10008.5.1.4.1.1.9.7.4 waveform Sleep Electroencephalogram Waveform Storage
1.2.840.10008.5.1.4.1.1.9.8.1 waveform Body Position Waveform Storage
1.2.840.10008.5.1.4.1.1.10 measurement Standalone Modality LUT Storage
1.2.840.10008.5.1.4.1.1.11 measurement Standalone VOI LUT Storage
1.2.840.10008.5.1.4.1.1.11.1 presentationState Grayscale Softcopy Presentation State Storage
1.2.840.10008.5.1.4.1.1.11.2 presentationState Color Softcopy Presentation State Storage
1.2.840.10008.5.1.4.1.1.11.3 presentationState Pseudo-Color Softcopy Presentation State Storage
1.2.840.10008.5.1.4.1.1.11.4 presentationState Blending Softcopy Presentation State Storage
1.2.840.10008.5.1.4.1.1.11.5 presentationState XA/XRF Grayscale Softcopy Presentation State Storage
1.2.840.10008.5.1.4.1.1.11.6 presentationState Grayscale Planar MPR Volumetric Presentation State Storage
1.2.840.10008.5.1.4.1.1.11.7 presentationState Compositing Planar MPR Volumetric Presentation State Storage
1.2.840.10008.5.1.4.1.1.11.8 presentationState Advanced Blending Presentation State Storage
1.2.840.10008.5.1.4.1.1.11.9 presentationState Volume Rendering Volumetric Presentation State Storage
1.2.840.10008.5.1.4.1.1.11.10 presentationState Segmented Volume Rendering Volumetric Presentation State Storage
1.2.840.10008.5.1.4.1.1.11.11 presentationState Multiple Volume Rendering Volumetric Presentation State Storage
1.2.840.10008.5.1.4.1.1.11.12 presentationState Variable Modality LUT Softcopy Presentation State Storage
1.2.840.10008.5.1.4.1.1.12.1 image X-Ray Angiographic Image Storage
1.2.840.10008.5.1.4.1.1.12.1.1 image Enhanced XA Image Storage
1.2.840.10008.5.1.4.1.1.12.2 image X-Ray Radiofluoroscopic Image Storage
1.2.840.10008.5.1.4.1.1.12.2.1 image Enhanced XRF Image Storage
1.2.840.10008.5.1.4.1.1.12.3 image X-Ray Angiographic Bi-Plane Image Storage
1.2.840.10008.5.1.4.1.1.13.1.1 image X-Ray 3D Angiographic Image Storage
1.2.840.10008.5.1.4.1.1.13.1.2 image X-Ray 3D Craniofacial Image Storage
1.2.840.10008.5.1.4.1.1.13.1.3 image Breast Tomosynthesis Image Storage
1.2.840.10008.5.1.4.1.1.13.1.4 image Breast Projection X-Ray Image Storage - For Presentation
1.2.840.10008.5.1.4.1.1.13.1.5 image Breast Projection X-Ray Image Storage - For Processing
1.2.840.10008.5.1.4.1.1.14.1 image Intravascular Optical Coherence Tomography Image Storage - For Presentation
1.2.840.10008.5.1.4.1.1.14.2 image Intravascular Optical Coherence Tomography Image Storage - For Processing
1.2.840.10008.5.1.4.1.1.20 image Nuclear Medicine Image Storage
1.2.840.10008.5.1.4.1.1.30 measurement Parametric Map Storage
1.2.840.10008.5.1.4.1.1.66 rawData Raw Data Storage
1.2.840.10008.5.1.4.1.1.66.1 measurement Spatial Registration Storage
1.2.840.10008.5.1.4.1.1.66.2 measurement Spatial Fiducials Storage
1.2.840.10008.5.1.4.1.1.66.3 measurement Deformable Spatial Registration Storage
1.2.840.10008.5.1.4.1.1.66.4 segmentation Segmentation Storage
1.2.840.10008.5.1.4.1.1.66.5 segmentation Surface Segmentation Storage
1.2.840.10008.5.1.4.1.1.66.6 measurement Tractography Results Storage
1.2.840.10008.5.1.4.1.1.66.7 segmentation Label Map Segmentation Storage
1.2.840.10008.5.1.4.1.1.66.8 segmentation Height Map Segmentation Storage
1.2.840.10008.5.1.4.1.1.67 measurement Real World Value Mapping Storage
1.2.840.10008.5.1.4.1.1.68.1 measurement Surface Scan Mesh Storage
1.2.840.10008.5.1.4.1.1.68.2 measurement Surface Scan Point Cloud Storage
1.2.840.10008.5.1.4.1.1.77.1 image VL Image Storage - Trial
1.2.840.10008.5.1.4.1.1.77.1.1 image VL Endoscopic Image Storage
1.2.840.10008.5.1.4.1.1.77.1.1.1 video Video Endoscopic Image Storage
1.2.840.10008.5.1.4.1.1.77.1.2 image VL Microscopic Image Storage
1.2.840.10008.5.1.4.1.1.77.1.2.1 video Video Microscopic Image Storage
1.2.840.10008.5.1.4.1.1.77.1.3 image VL Slide-Coordinates Microscopic Image Storage
1.2.840.10008.5.1.4.1.1.77.1.4 image VL Photographic Image Storage
1.2.840.10008.5.1.4.1.1.77.1.4.1 video Video Photographic Image Storage
1.2.840.10008.5.1.4.1.1.77.1.5.1 image Ophthalmic Photography 8 Bit Image Storage
1.2.840.10008.5.1.4.1.1.77.1.5.2 image Ophthalmic Photography 16 Bit Image Storage
1.2.840.10008.5.1.4.1.1.77.1.5.3 measurement Stereometric Relationship Storage
1.2.840.10008.5.1.4.1.1.77.1.5.4 image Ophthalmic Tomography Image Storage
1.2.840.10008.5.1.4.1.1.77.1.5.5 image Wide Field Ophthalmic Photography Stereographic Projection Image Storage
1.2.840.10008.5.1.4.1.1.77.1.5.6 image Wide Field Ophthalmic Photography 3D Coordinates Image Storage
1.2.840.10008.5.1.4.1.1.77.1.5.7 image Ophthalmic Optical Coherence Tomography En Face Image Storage
1.2.840.10008.5.1.4.1.1.77.1.5.8 measurement Ophthalmic Optical Coherence Tomography B-scan Volume Analysis Storage
1.2.840.10008.5.1.4.1.1.77.1.6 image VL Whole Slide Microscopy Image Storage
1.2.840.10008.5.1.4.1.1.77.1.7 image Dermoscopic Photography Image Storage
1.2.840.10008.5.1.4.1.1.77.1.8 image Confocal Microscopy Image Storage
1.2.840.10008.5.1.4.1.1.77.1.9 image Confocal Microscopy Tiled Pyramidal Image Storage
1.2.840.10008.5.1.4.1.1.77.2 image VL Multi-frame Image Storage - Trial
1.2.840.10008.5.1.4.1.1.78.1 measurement Lensometry Measurements Storage
1.2.840.10008.5.1.4.1.1.78.2 measurement Autorefraction Measurements Storage
1.2.840.10008.5.1.4.1.1.78.3 measurement Keratometry Measurements Storage
1.2.840.10008.5.1.4.1.1.78.4 measurement Subjective Refraction Measurements Storage
1.2.840.10008.5.1.4.1.1.78.5 measurement Visual Acuity Measurements Storage
1.2.840.10008.5.1.4.1.1.78.6 measurement Spectacle Prescription Report Storage
1.2.840.10008.5.1.4.1.1.78.7 measurement Ophthalmic Axial Measurements Storage
1.2.840.10008.5.1.4.1.1.78.8 measurement Intraocular Lens Calculations Storage
1.2.840.10008.5.1.4.1.1.79.1 measurement Macular Grid Thickness and Volume Report Storage
1.2.840.10008.5.1.4.1.1.80.1 measurement Ophthalmic Visual Field Static Perimetry Measurements Storage
1.2.840.10008.5.1.4.1.1.81.1 measurement Ophthalmic Thickness Map Storage
1.2.840.10008.5.1.4.1.1.82.1 measurement Corneal Topography Map Storage
1.2.840.10008.5.1.4.1.1.88.1 report Text SR Storage - Trial
1.2.840.10008.5.1.4.1.1.88.2 audio Audio SR Storage - Trial
1.2.840.10008.5.1.4.1.1.88.3 report Detail SR Storage - Trial
1.2.840.10008.5.1.4.1.1.88.4 report Comprehensive SR Storage - Trial
1.2.840.10008.5.1.4.1.1.88.11 report Basic Text SR Storage
1.2.840.10008.5.1.4.1.1.88.22 report Enhanced SR Storage
1.2.840.10008.5.1.4.1.1.88.33 report Comprehensive SR Storage
1.2.840.10008.5.1.4.1.1.88.34 report Comprehensive 3D SR Storage
1.2.840.10008.5.1.4.1.1.88.35 report Extensible SR Storage
1.2.840.10008.5.1.4.1.1.88.40 report Procedure Log Storage
1.2.840.10008.5.1.4.1.1.88.50 report Mammography CAD SR Storage
1.2.840.10008.5.1.4.1.1.88.59 keyObject Key Object Selection Document Storage
1.2.840.10008.5.1.4.1.1.88.65 report Chest CAD SR Storage
1.2.840.10008.5.1.4.1.1.88.67 report X-Ray Radiation Dose SR Storage
1.2.840.10008.5.1.4.1.1.88.68 report Radiopharmaceutical Radiation Dose SR Storage
1.2.840.10008.5.1.4.1.1.88.69 report Colon CAD SR Storage
1.2.840.10008.5.1.4.1.1.88.70 report Implantation Plan SR Storage
1.2.840.10008.5.1.4.1.1.88.71 report Acquisition Context SR Storage
1.2.840.10008.5.1.4.1.1.88.72 report Simplified Adult Echo SR Storage
1.2.840.10008.5.1.4.1.1.88.73 report Patient Radiation Dose SR Storage
1.2.840.10008.5.1.4.1.1.88.74 report Planned Imaging Agent Administration SR Storage
1.2.840.10008.5.1.4.1.1.88.75 report Performed Imaging Agent Administration SR Storage
1.2.840.10008.5.1.4.1.1.88.76 report Enhanced X-Ray Radiation Dose SR Storage
1.2.840.10008.5.1.4.1.1.88.77 report Waveform Annotation SR Storage
1.2.840.10008.5.1.4.1.1.90.1 measurement Content Assessment Results Storage
1.2.840.10008.5.1.4.1.1.91.1 measurement Microscopy Bulk Simple Annotations Storage
1.2.840.10008.5.1.4.1.1.100.1 presentationState Waveform Presentation State Storage
1.2.840.10008.5.1.4.1.1.100.2 presentationState Waveform Acquisition Presentation State Storage
1.2.840.10008.5.1.4.1.1.104.1 encapsulatedDocument Encapsulated PDF Storage
1.2.840.10008.5.1.4.1.1.104.2 encapsulatedDocument Encapsulated CDA Storage
1.2.840.10008.5.1.4.1.1.104.3 encapsulatedDocument Encapsulated STL Storage
1.2.840.10008.5.1.4.1.1.104.4 encapsulatedDocument Encapsulated OBJ Storage
1.2.840.10008.5.1.4.1.1.104.5 encapsulatedDocument Encapsulated MTL Storage
1.2.840.10008.5.1.4.1.1.128 image Positron Emission Tomography Image Storage
1.2.840.10008.5.1.4.1.1.128.1 image Legacy Converted Enhanced PET Image Storage
1.2.840.10008.5.1.4.1.1.129 overlayOrCurve Standalone PET Curve Storage
1.2.840.10008.5.1.4.1.1.130 image Enhanced PET Image Storage
1.2.840.10008.5.1.4.1.1.131 measurement Basic Structured Display Storage
1.2.840.10008.5.1.4.1.1.200.1 noPatient CT Defined Procedure Protocol Storage
1.2.840.10008.5.1.4.1.1.200.2 radiotherapy CT Performed Procedure Protocol Storage
1.2.840.10008.5.1.4.1.1.200.3 radiotherapy Protocol Approval Storage
1.2.840.10008.5.1.4.1.1.200.7 noPatient XA Defined Procedure Protocol Storage
1.2.840.10008.5.1.4.1.1.200.8 radiotherapy XA Performed Procedure Protocol Storage
1.2.840.10008.5.1.4.1.1.201.1 noPatient Inventory Storage
1.2.840.10008.5.1.4.1.1.481.1 image RT Image Storage
1.2.840.10008.5.1.4.1.1.481.2 radiotherapy RT Dose Storage
1.2.840.10008.5.1.4.1.1.481.3 radiotherapy RT Structure Set Storage
1.2.840.10008.5.1.4.1.1.481.4 radiotherapy RT Beams Treatment Record Storage
1.2.840.10008.5.1.4.1.1.481.5 radiotherapy RT Plan Storage
1.2.840.10008.5.1.4.1.1.481.6 radiotherapy RT Brachy Treatment Record Storage
1.2.840.10008.5.1.4.1.1.481.7 radiotherapy RT Treatment Summary Record Storage
1.2.840.10008.5.1.4.1.1.481.8 radiotherapy RT Ion Plan Storage
1.2.840.10008.5.1.4.1.1.481.9 radiotherapy RT Ion Beams Treatment Record Storage
1.2.840.10008.5.1.4.1.1.481.10 radiotherapy RT Physician Intent Storage
1.2.840.10008.5.1.4.1.1.481.11 radiotherapy RT Segment Annotation Storage
1.2.840.10008.5.1.4.1.1.481.12 radiotherapy RT Radiation Set Storage
1.2.840.10008.5.1.4.1.1.481.13 radiotherapy C-Arm Photon-Electron Radiation Storage
1.2.840.10008.5.1.4.1.1.481.14 radiotherapy Tomotherapeutic Radiation Storage
1.2.840.10008.5.1.4.1.1.481.15 radiotherapy Robotic-Arm Radiation Storage
1.2.840.10008.5.1.4.1.1.481.16 radiotherapy RT Radiation Record Set Storage
1.2.840.10008.5.1.4.1.1.481.17 radiotherapy RT Radiation Salvage Record Storage
1.2.840.10008.5.1.4.1.1.481.18 radiotherapy Tomotherapeutic Radiation Record Storage
1.2.840.10008.5.1.4.1.1.481.19 radiotherapy C-Arm Photon-Electron Radiation Record Storage
1.2.840.10008.5.1.4.1.1.481.20 radiotherapy Robotic Radiation Record Storage
1.2.840.10008.5.1.4.1.1.481.21 radiotherapy RT Radiation Set Delivery Instruction Storage
1.2.840.10008.5.1.4.1.1.481.22 radiotherapy RT Treatment Preparation Storage
1.2.840.10008.5.1.4.1.1.481.23 image Enhanced RT Image Storage
1.2.840.10008.5.1.4.1.1.481.24 image Enhanced Continuous RT Image Storage
1.2.840.10008.5.1.4.1.1.481.25 radiotherapy RT Patient Position Acquisition Instruction Storage
1.2.840.10008.5.1.4.1.1.501.1 noPatient DICOS CT Image Storage
1.2.840.10008.5.1.4.1.1.501.2.1 noPatient DICOS Digital X-Ray Image Storage - For Presentation
1.2.840.10008.5.1.4.1.1.501.2.2 noPatient DICOS Digital X-Ray Image Storage - For Processing
1.2.840.10008.5.1.4.1.1.501.3 noPatient DICOS Threat Detection Report Storage
1.2.840.10008.5.1.4.1.1.501.4 noPatient DICOS 2D AIT Storage
1.2.840.10008.5.1.4.1.1.501.5 noPatient DICOS 3D AIT Storage
1.2.840.10008.5.1.4.1.1.501.6 noPatient DICOS Quadrupole Resonance (QR) Storage
1.2.840.10008.5.1.4.1.1.601.1 noPatient Eddy Current Image Storage
1.2.840.10008.5.1.4.1.1.601.2 noPatient Eddy Current Multi-frame Image Storage
1.2.840.10008.5.1.4.34.1 radiotherapy RT Beams Delivery Instruction Storage - Trial
1.2.840.10008.5.1.4.34.7 radiotherapy RT Beams Delivery Instruction Storage
1.2.840.10008.5.1.4.34.10 radiotherapy RT Brachy Application Setup Delivery Instruction Storage
1.2.840.10008.5.1.4.38.1 noPatient Hanging Protocol Storage
1.2.840.10008.5.1.4.39.1 noPatient Color Palette Storage
1.2.840.10008.5.1.4.43.1 noPatient Generic Implant Template Storage
1.2.840.10008.5.1.4.44.1 noPatient Implant Assembly Template Storage
1.2.840.10008.5.1.4.45.1 noPatient Implant Template Group Storage
`;
