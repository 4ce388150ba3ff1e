// The project's own list: anatomy as it is written in descriptions and reports, in English, Latin and some other languages.
export const ANATOMICAL_TERMS = `
abdomen abdominal abdomino abductor abd acetabular acetabulum achilles acromial acromioclavicular acromion adductor adenoid adipose adnexa
adnexal adrenal airway airspace alar alveolar alveolus amygdala anal ankle ansa anterior anterolateral anteroposterior antrum anus aorta aortic
aortoiliac apex apical appendiceal appendix arch arm arterial arteriovenous artery arteries articular articulation ascending atlas atrial atrium
auditory auricle axial axilla axillary axis azygos back basal basilar basilic biceps bicipital bicuspid bifurcation bilateral bile biliary bladder
body bone bony bowel brachial brachiocephalic brain brainstem branch breast bronchi bronchial bronchus bulb bursa buttock caecum calcaneal calcaneus
calf calvarium calyx canal capitate capsule cardia cardiac carina carotid carpal carpus cartilage caudal caudate cava caval cavernous cavity cecal
cecum celiac central cephalic cerebellar cerebellum cerebral cerebrum cervical cervicothoracic cervix chest chiasm choroid cingulate circle clavicle
clavicular clivus coccyx cochlea coeliac colic colon colonic column common condylar condyle conus coracoid cord cornea coronary corpus cortex
cortical costal costophrenic cranial craniocervical cranium cruciate cubital cuff cutaneous cystic deep deltoid dens dental derma descending
diaphragm diaphragmatic digit digital disc disk distal dorsal dorsi duct ductal duodenal duodenum dura dural ear elbow endocardial endometrial
endometrium epicardial epicondyle epididymis epidural epigastric epiglottis epiphysis epithelial esophageal esophagus ethmoid extensor extremity
eye eyeball facet face facial falciform fallopian falx fascia fascial fat fatty femora femoral femoropopliteal femur fetal fetus fibula fibular
finger fingers fissure flank flexor flexure fluid foot forearm forefoot foramen foramina foraminal forehead fornix fossa fovea frontal fundus
gallbladder ganglia ganglion gastric gastroesophageal gastrointestinal genital genitourinary gingiva gland glandular glenohumeral glenoid globe
globus glottis gluteal gluteus gray grey groin gyrus hallux hamate hamstring hand hands head heart heel hemidiaphragm hemisphere hepatic
hepatobiliary hila hilar hilum hindfoot hip hips hippocampal hippocampus humeral humerus hyoid hypopharynx hypothalamus ileal ileocecal ileum iliac
iliopsoas ilium incisor infraspinatus inguinal insula internal intestinal intestine intervertebral intraabdominal intracranial intrahepatic iris
ischial ischium islet jaw jejunal jejunum joint joints jugular kidney kidneys knee knees labral labrum lacrimal larynx laryngeal lateral leg legs
lens lenticular leptomeningeal levator ligament ligaments ligamentum limb limbs lip lips liver lobar lobe lobes lobular lobule lumbar lumbosacral
lumen lunate lung lungs lymph lymphatic malleolar malleolus mammary mandible mandibular manubrium marrow mastoid maxilla maxillary maxillofacial
meatus medial median mediastinal mediastinum medulla medullary meninges meningeal meniscal meniscus mesenteric mesentery metacarpal metacarpus
metaphysis metatarsal metatarsus midbrain midfoot midline mitral molar mouth mucosa mucosal muscle muscles muscular musculoskeletal myocardial
myocardium nasal nasopharynx navicular neck nerve nerves nipple node nodes nose nostril nuchal nucleus occipital occiput ocular odontoid oesophagus
olecranon omental omentum optic oral orbit orbital orbits organ oropharynx osseous ostium ovarian ovary palate palm pancreas pancreatic papillary
paracolic paranasal parasagittal parathyroid parenchyma parenchymal parietal parotid patella patellar patellofemoral pectoral pectoralis pelvic
pelvis penis perianal pericardial pericardium perihilar periosteal periosteum peripheral peritoneal peritoneum periventricular peroneal petrous
phalanges phalanx pharyngeal pharynx pineal pituitary placenta plantar pleura pleural plexus pons pontine popliteal porta portal posterior
posterolateral premolar profunda prostate prostatic proximal psoas pterygoid pubic pubis pulmonary pulp pylorus radial radiocarpal radius ramus rectal
rectosigmoid rectum rectus region renal retina retinal retrocardiac retroperitoneal retroperitoneum rib ribs right root rotator sacral sacroiliac
sacrum sagittal salivary scalene scalp scaphoid scapula scapular sciatic sclera scrotal scrotum sella sellar semilunar seminal septa septal septum
shaft shin shoulder shoulders sigmoid sinus sinuses skeletal skeleton skin skull soft sole spermatic sphenoid sphincter spinal spine spinous spleen
splenic sternal sternoclavicular sternum stomach subacromial subclavian subcutaneous subdural sublingual submandibular subscapularis subtalar sulci
sulcus superficial superior supraclavicular supraspinatus suprasellar sural suture symphysis synovial synovium talar talus tarsal tarsus temporal
temporomandibular tendon tendons tentorium testicle testicular testis thalamus thigh thoracic thoracolumbar thorax throat thrombus thumb thymic
thymus thyroid tibia tibial tibiofibular tissue toe toenail toes tongue tonsil tonsillar tooth teeth trachea tracheal tract transverse trapezium
trapezius triceps tricuspid trigeminal trochanter trochanteric trunk tube tubercle tuberosity turbinate tympanic ulna ulnar umbilical umbilicus
ureter ureteral urethra urethral urinary uterine uterus uvula vagina vaginal vagus valve valves valvular vas vascular vein veins vena venous
ventral ventricle ventricles ventricular vermis vertebra vertebrae vertebral vesicle vesicular vessel vessels vestibular visceral vitreous vocal
volar vomer vulva wall wrist wrists xiphoid zygoma zygomatic
arterio veno cardio cerebro cranio cerv dorso entero gastro hepato hystero ileo laryngo lipo lymph myelo myo naso nephro neuro ocu oro osteo oto pleuro pneumo procto retro sacro spleno thoraco tracheo uretero vaso ventriculo
whole upper lower inferior left middle mid outer inner external proximal bilat lt rt rul rml rll lul lll ruq luq rlq llq lad rca lcx lima rima svc ivc
pda pica aica mca aca pca ica eca cca sma ima tmj acj scj mcp pip dip mtp tfcc acl pcl mcl lcl cspine tspine lspine
schaedel schädel kopf hals thorax abdomen becken hüfte hüftgelenk knie kniegelenk fuß fuss sprunggelenk hand handgelenk schulter ellenbogen
wirbelsäule hws bws lws herz lunge leber niere nieren milz magen darm blase gehirn hirn gefäße brust mamma rechts links beidseits oberes unteres
oberer unterer oberschenkel unterschenkel finger zehe rippen nasennebenhöhlen auge oberbauch unterbauch
crâne cerveau tête cou épaule coude poignet main bassin hanche genou cheville pied rachis cervical dorsal lombaire coeur poumon foie rein reins
rate sein droit droite gauche ventre
cráneo cerebro cabeza cuello hombro codo muñeca mano pelvis cadera rodilla tobillo pie columna corazón pulmón hígado riñón riñones bazo mama
derecho derecha izquierdo izquierda tórax
cranio encefalo testa collo spalla gomito polso bacino anca ginocchio caviglia piede colonna cuore polmone fegato rene milza torace addome
destro destra sinistro sinistra
schedel hersenen hoofd nek schouder elleboog pols heup knie enkel voet wervelkolom hart long lever nier milt borst buik rechter linker
`;
