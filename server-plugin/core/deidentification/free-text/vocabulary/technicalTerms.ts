// The project's own list: how images are made, named and shown, with the abbreviations of protocols and the units of measure.
export const TECHNICAL_TERMS = `
acquired acquisition algorithm ann ap pa aec alara alignment angio angle anim annotation arrays artefacts asir asl attenuation autofocus auto average avg ax axial axiale
axials axl axt background balanced ballooning baseline beam best bfov bh binary blade blank bmode body bold bolus bowtie breath breathhold breathhold
brightness bravo bsi bss btfe bw caipirinha calibration cardio care cbct cbf cbv cctv cd cdi ceus channel chop cine ciss clahe clip cloud cm cmp cnr coil
collimation collimator color colour columns combi combined compressed compression concat cone config contrast control cor corona coronal coronale coronar
correct corrected correction count counts cpr crop cs ct cta ctdi ctdivol ctp cube curve cursor cut cutoff cxr cycle cw data db decompressed decubitus deformable delay
delayed dense derived detector deg degrees detail device dicom dictated diff diffusion digital dir display dixon dlp doc document dose dosis dosimetry
double dr drr dsa dti dual duplex dvi dwi dxa dyn dynamic dynamics early echo ecg edge efgre elastography ellipse enh enhance enhanced ep epi equipment erect
estimated ests exposition exp exposure extended external factor family fast fat fatsat fbp fdg fe ffdm fgre fiesta field filter filtered final fine fisp five
fl flair flash flat flatfield flip flow flt fluoro fluoroscopy focus form format fov fps frame frames frequency frfse fs fse fspgr functional fusion fused fwhm
gated gating gd gems gen general generic genesis geo geometry gr gradient gre grid grayscale grey group gsi gtv guided guidance gy haste hard harder hd
height helical high hires hist horizontal hr hrct hu hydro ice icu id ideal ihe im image images imaging imported imrt igrt in index info initial inj intensity interleaved
internal interpolated interpretation inv inversion inverted ir irs iso isocenter isodose isotropic itv iterative jpeg jpg kernel kev kv kvp label laser late lat
landscape large lateral latero layer lead leads left length level limited line linac linear lists live lldose llsd loc localiser localizer long loop lossless lossy lower low
lung lut lv lvl lymphosc ma mag magnitude manual map maps mark marked mas mask mask max maximum mb mean measure measurement measurements mediolateral craniocaudal medio mg mgy
mic micro min minimal minimum minip mip mips misc mixed mlo cc xccl mm mobile mode model modality module mono monochrome montage motion movement mp mpr mprage mprs mr mra mrcp mri
mrs mrt mrv mtt multi multiecho multiframe multiphase multiplanar multislice mv native nativ navigator near nema nex nm noise none nonlinear normals nsa num oar
object oblique obl offline offset one online only open optic optical optimized order original oriented out output overlay overview panorama panoramic parallel
param parametric part partial pass pat pc pd pdf pdw pds pelvis pet petct petmr pf phantom phase phased phases physio pixel pixels plan plane planes planned planning planning plain plus pn point portable portrait
position positioning post pre precision predicted presentation preset press primary processed processing profile projection prone proj propeller prot protocol proton
prs ptv pulse pw px qa qc qt quality quant quantitative qrs quick radial radiograph radiographs radiography ramp range rapid rate ratio raw ray real recon reconstructed
reconstruction recons recording rec reduced ref reference reform reformat reformatted reg registered registration region relative release remote render rendered rendering repeat
request requested rescan research reserve resolution resp respiratory response rest result retro retrospective reverse review rf rgb rhythm right roi rois rotation rotational
routine row rows rs rt rtdose rtplan rtstruct sag sagital sagittal sagittale sagitt sampling sat saturation save scale scan scanned scanner scans scanogram scatter scout scr screen
screenshot secondary section seg segment segmentation selection sense sequence serial series series set setting sfov shaded shape sharp shim short show shuttle side sight
signal signed simulation sim single sinogram siemens size sketch slab slice slices slope slow small smart smooth snap snapshot snr soft softer softtissue software sort
source space spair spatial special specials spectral spectrum spectroscopy speed spgr spiral spin split spoiled spot spread spir ssd ssfp ssfse sstse stack standard standing start state static
station stats std stereo stereotactic stir stitch stitched stop store stress strip struct structure structured study studies sub subt subtracted subtraction summary sum supine sur surface surview sus suv
swi swip sweep swallow swim symmetry sync syngo system systolic table tag target task te tech technique templates ten term test tests text tfe thick thickness thin three threshold ti tilt time
tir tirm title tof tomo tomography tomosynthesis tone tool top topo topogram total tr tra trace track tracking trans transit transverse transversal transversale trans triple trigger true trufi trufisp
tse tte tee tune tv two type twist tx ultra ultrasound uncompressed undefined uniform unit units unknown unsigned upright us ute value values vascular vector velocity vendor ventilation vers version vert
vertical vibe video view views virtual vis visual vmat voi vol volume vols volumetric voxel vr vrt vti wb weight weighted white wide width win window windows with wo without work workstation
worksheet xa xr xray xrays zero zone zoom rx tx two three four five six seven eight nine ten first second third fourth fifth one twice final
new old big small short long large high low wide narrow open closed full empty double single half quarter same other each all both none any more less most least
male female man woman men women boy girl child children infant baby newborn neonate adult adolescent elderly
white red blue yellow gray grey dark bright light clear
lpm bpm mmhg kg lbs hz khz mhz ghz ms sec secs min mins hrs hour hours day days week weeks month months year yrs yr mbq mci bq ci kbq kpa cmh hpa mmol mol mgi deg rad cgy msv usv ngy ugy kvp mah mas
khv kbit px dpi ppi lp pct percent gauss mt tesla ev kev mev ohm
ai cad iq ge ct mr us nm pt cr dx dr mg xa rf sc sr ko pr seg ot io px bmd oct op es gm sm ecg eps hd
acme philips siemens toshiba canon hitachi fuji fujifilm agfa carestream kodak konica minolta hologic samsung medison shimadzu varian elekta accuray brainlab mindray esaote sectra
osirix horos orthanc weasis dcmtk gdcm offis lumisys ultravisual
`;
