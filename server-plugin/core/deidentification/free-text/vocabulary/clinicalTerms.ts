// The project's own list: findings, procedures, agents and the words of reports; names of diseases that hardly anybody has.
export const CLINICAL_TERMS = `
ssn mrn dob nhs accession tel fax dr prof mr mrs ms mme herr frau md rn
abnormal abnormality ablation abscess absent acl acute adenocarcinoma adenoma adenomyosis adenopathy adhesion admission adult aerated agenesis
allergic allergy amyloid anaesthesia anastomosis anemia anesthesia aneurysm aneurysmal angina angiogram angiography angiomyolipoma angioplasty ankylosis
anomaly antibiotic apnea appendicitis arrhythmia arteriopathy arteriosclerosis arteritis arthritis arthrodesis arthrogram arthrography
arthropathy arthroplasty arthroscopy artifact artefact ascites aspiration asthma asymmetry asymptomatic ataxia atelectasis atherosclerosis
atherosclerotic atresia atrophic atrophy attenuation avascular avulsion bacterial benign bioprosthesis biopsy biopsied birads bleeding bleed block blockage
blood bowing bradycardia bronchiectasis bronchitis bronchogram bronchoscopy bruise bulging bulge bypass cabg calcific calcification
calcifications calcified calculi calculus cancer carcinoma cardiomegaly cardiomyopathy caries cast cataract catheter cavitation cellulitis
chemo chemoradiation chemotherapy cholangiocarcinoma cholangiogram cholangitis cholecystectomy cholecystitis cholelithiasis chondral
chondrocalcinosis chondroma chondrosarcoma chronic cirrhosis cirrhotic claudication clinical clip clips clot coarctation colectomy colitis
collapse collateral collection colonography colonoscopy coma comminuted compare compared comparison complaint complete complex complication
compression concussion congenital congestion congestive consistent consolidation constipation contour contraindication contusion copd
corticosteroid cough covid craniectomy craniopharyngioma craniotomy crisis cyst cystectomy cysts cystitis cystogram cystography cystoscopy
deceased defect deficit deformity degeneration degenerative dehiscence delayed dementia demyelinating demyelination density dental depression derangement dermoid desiccation
diabetes diabetic diagnosis diagnostic dialysis diarrhea dilatation dilated dilation discectomy discharge disease dislocated dislocation disorder
displaced displacement dissection diverticula diverticulitis diverticulosis diverticulum dizziness donor drain drainage drug dysfunction dysphagia
dysplasia dysplastic dyspnea echogenic echocardiogram echocardiography echo eclampsia ectasia ectopic eczema edema effusion effusions ejection
elective elevated embolism embolization embolus emergency emphysema empyema encephalitis encephalomalacia encephalopathy enchondroma
endarterectomy endocarditis endometrioma endometriosis endoscopy endovascular enhancement enhancing enlarged enlargement enostosis enteritis
enteroclysis enterography ependymoma epidermoid epilepsy epileptic episode erosion erosions erosive esophagitis etiology evaluate evaluation
evidence exam examination exacerbation excision exophytic exostosis exudate failure febrile female fetal fever fibrillation fibroadenoma fibroid
fibroids fibroma fibrosis fibrotic fibrous fistula fixation flow flutter focal foci follow followup foreign fracture fractured fractures
fragment fusion gangrene gastrectomy gastritis gestation gestational glaucoma glioblastoma glioma gliosis goiter gout graft granuloma
granulomatous gynecomastia haematoma haemorrhage hallucination headache healed healing hemangioma hemangiomas hematoma hematuria hemicolectomy
hemiparesis hemiplegia hemoptysis hemorrhage hemorrhagic hemothorax hepatitis hepatocellular hepatoma hepatomegaly hepatosplenomegaly hernia
herniated herniation heterogeneous heterotopic hiatal hiatus history homogeneous hydrocele hydrocephalus hydronephrosis hydroureter hyperdense
hyperechoic hyperemia hyperinflation hyperintense hyperintensity hyperlipidemia hyperplasia hyperplastic hypertension hypertensive hyperthyroidism
hypertrophic hypertrophy hypodense hypodensity hypoechoic hypointense hypoperfusion hypoplasia hypoplastic hypotension hypothyroidism hypoxia
hysterectomy icterus idiopathic ileitis ileostomy ileus impaction impingement implant impression incidental incidentaloma indication infarct infarction
infected infection infectious infiltrate infiltrates infiltration inflamed inflammation inflammatory infusion injection injuries injury inpatient
insertion insufficiency intact intervention interventional intraductal intubated intubation invasion invasive ischaemia ischemia ischemic isodense
isointense jaundice keloid kyphoplasty kyphosis labor laceration laminectomy laparoscopic laparoscopy laparotomy lesion lesions leukemia
leukoencephalopathy lipoma lithiasis lithotripsy liposarcoma lobectomy loculated loosening lordosis lumpectomy luxation lymphadenitis
lymphadenopathy lymphangioma lymphocele lymphoma lytic maldigestion malformation malignancy malignant malrotation mammogram mammographic
mammography mass masses mastectomy mastoiditis maternity medical medication medicine melanoma menarche meningioma meningitis menopause meniscectomy
metastases metastasis metastatic microcalcification microcalcifications migraine migration miscarriage mitral moderate monitor monitoring mri mucocele mucus
multiple murmur myelitis myelogram myelography myeloma myelomalacia myelopathy myocarditis myoma myopathy narrowing nausea necrosis necrotic negative
neoplasm neoplastic nephrectomy nephritis nephrogram nephrolithiasis nephrostomy neuralgia neuritis neuro neuroblastoma neurofibroma
neurofibromatosis neurological neuroma neuropathy node nodular nodule nodules nonspecific normal numbness obese obesity obliteration obstruction
obstructive occluded occlusion occult oedema oligodendroglioma opacification opacities opacity operation operative orthopedic osteoarthritis
osteoarthrosis osteoblastic osteochondral osteochondritis osteochondroma osteolysis osteolytic osteoma osteomalacia osteomyelitis osteonecrosis
osteopenia osteophyte osteophytes osteoporosis osteosarcoma osteotomy otitis outpatient oxygen pacemaker pain painful palliative palpable palpitations
palsy pancreatectomy pancreatitis paralysis paraplegia paresis parity patchy patent pathologic pathological pathology patient patients pediatric perforation
perfusion pericarditis peritonitis persistent pharyngitis phlebitis physician placement plaque plaques plate pleurisy pneumoconiosis pneumonectomy
pneumonia pneumonitis pneumothorax polyp polypectomy polyps polycystic positive postoperative postmenopausal postop postpartum post posttraumatic
pregnancy pregnant premature preop preoperative prescription prior procedure prognosis progression progressive prolapse prominent prophylaxis
prostatectomy prostatitis prosthesis prosthetic protrusion pseudarthrosis pseudoaneurysm pseudocyst psoriasis ptosis pulsatile puncture pyelogram
pyelonephritis radiation radiculopathy radiologist radiology radiotherapy rash reaction recanalization recurrence recurrent reduced reduction reflux
refractory regurgitation rehabilitation rejection remission repair replacement report resection residual respiratory restaging restenosis resuscitation
retained retention retinopathy retrolisthesis rhinitis rupture ruptured sarcoidosis sarcoma scar scarring schwannoma sclerosis sclerotic scoliosis
screening seizure seizures seminoma sepsis sequela seropositive severe shift shunt shunting sinusitis smoker smoking smooth spasm spiculated spondylitis
spondyloarthropathy spondylolisthesis spondylolysis spondylosis sprain squamous stable stage staging status steatosis stenosis stenoses stenotic
stent stenting stents sternotomy stone stones strain strangulation stricture stroke subacute subarachnoid subluxation subtotal surgery surgical suspected suspicious
swelling swollen symmetric symmetrical symptom symptoms syncope syndrome synovitis systolic diastolic tachycardia tamponade tear tears tenderness
tendinitis tendinopathy tendinosis tenosynovitis teratoma therapy therapeutic thickened thickening thrombectomy thrombocytopenia thrombolysis
thrombosed thrombosis thyroidectomy thyroiditis tia tortuous torsion toxic toxicity tracheostomy transplant transplantation trauma traumatic
treatment tremor tuberculosis tumor tumors tumour tumours ulcer ulceration unremarkable urinoma urogram urography urolithiasis urticaria vaccine
varices varicocele varicose varix vasculitis vasospasm vegetation vertebroplasty vertigo viral virus volvulus vomiting weakness wedge weight wound
abn afib aaa adl ards avm avn bph bmi cad chf ckd cll cml cmv cns cpr csf cva dcis ddd djd dka dvt eeg ecg ekg emg ent esrd etoh evar ettube fna gbm gerd
gist gsw hcc hiv hpv hrt htn icd ich icu idc ipf itp iud iud iuds ivdu kub lbbb loc lvh lvef mi mrsa msk mva nsclc nstemi oa obs ocd opd orif pad pcos
pe pft picc pna ptx pvd ra rbbb rcc rsv rta sah sbo sclc sdh sle sob ssi stemi stir tavi tavr tb tbi tha tia tka tkr thr tips turp uti vsd asd pfo vte
yo years year old male gravida para gtpal hx dx tx rx sx fx px pt pts nka nkda prn bid tid qd po iv im npo wbc rbc hgb inr ptt gfr egfr psa cea afp hcg bun
mammo sono ultraschall durchleuchtung befund beurteilung nativ kontrastmittel kontrast mit ohne vor nach ohne verlauf verlaufskontrolle kontrolle
untersuchung aufnahme klinik fragestellung unauffällig vergrößert fraktur raumforderung stauung erguss entzündung metastasen tumor zustand verdacht
ausschluss links rechts schmerz schmerzen sturz unfall sans avec injection produit contraste examen recherche contrôle douleur fracture normale
sin con contraste estudio dolor fractura control exploración urgencia senza contrasto esame controllo frattura dolore ritmo sinusale normale
zonder met contrast onderzoek pijn fractuur controle oblique oberflächlich
achilles addison alzheimer alzheimers aschoff baastrup barretts basedow batten behcet bertin
bochdalek boehler boerhaave bouchard boutonniere buerger burkitt caroli castleman chiari
chiari child-pugh chvostek cloquet colle colles couinaud crohn crohns dequervain dieulafoy duchenne
dupuytren ebstein eisenmenger eustachian fallot fanconi fleischner fontan gartland gaucher gleason golgi
goodpasture guillain barré barre guyon hashimoto heberden henoch hirschsprung hodgkin hodgkins
holmium hounsfield hurthle jugular kaposi kawasaki kienbock kienböck klatskin klippel
kohler krukenberg kummell lachman langerhans calve perthes leriche lewy lhermitte lisfranc luschka marfan maisonneuve meckel meckels
meige meniere menetrier merkel mirizzi monteggia morgagni moyamoya mullerian osler rendu
pagets pancoast parkinson parkinsons parkinsonian perthes peyronie poland poupart purkinje raynaud retzius
rokitansky santorini scheuermann schatzki schmorl schmorls sheehan sjogren sjögren spigelian
stafne ganz takayasu tarlov thornwaldt tillaux tourette trendelenburg tietze valsalva
wallerian wernicke wilms zenker zollinger ellison einthoven doppler einthovens
kirschner gamma bragg hounsfield gantry lorentz fourier gauss gaussian hanning hamming parzen ramlak
butterworth laplace rician poisson larmor nyquist dixon propeller tesla gray sievert becquerel curie
iodine iodinated gadolinium gadavist gadovist dotarem magnevist multihance omniscan prohance primovist eovist isovue omnipaque optiray ultravist visipaque
iomeron xenetix iopamiro imeron iohexol iopamidol iodixanol barium gastrografin technetium thallium gallium indium fluorine fludeoxyglucose fluorodeoxyglucose
fdg psma dotatate dotatoc dat datscan spect sestamibi tetrofosmin mibi mdp hdp maa mag dtpa dmsa mibg florbetapir amyvid heparin aspirin warfarin insulin
metformin buscopan glucagon saline adenosine regadenoson dobutamine lidocaine cortisone prednisone lasix water oral rectal intravenous ml
`;
