// The project's own list: family names that also name diseases, signs and instruments, and the words that tell that they do.
export const EPONYMS = `
adams allen babinski baker bankart barrett bartholin barton bell bennett bosniak bowen bowman bright broca brodie brown budd burton caldwell chance charcot child cobb
codman cooper cushing dandy dressler duke eagle ewing fisher foley freiberg gilbert graves greenfield haglund hampton harrington harris hartmann hickman hill hoffa horner huntington
hutchinson jefferson jones kerley killian killip larsen law legg logan mallory martin miller mondor morrison morton muller nissen norwood osgood paget palmer pick plummer
pott potts ramsay reiter riedel ringer romberg ross roux sachs salter schlatter schwann segond sever shepp smith steinmann stener stenvers stewart still sudeck swan
thomas torg towne turner vater virchow volkmann wagner waldenstrom warthin waters weber wegener werner whipple white williams willis wilson wolff young
`;

/** What follows an eponym: `Baker cyst`, `Smith's fracture`, `Colles-Fraktur`. */
export const EPONYM_NOUNS = `
amputation anaemia anemia angle angulation anomaly aneurysm approach arch area artery bacillus body bodies bypass canal catheter cell cells classification clip contracture contusion corpuscle criteria
cyst dat deformity degeneration disease dissection drain duct dystrophy encephalopathy esophagus fascia filter fistula foramen forceps fossa fracture frame fundoplication ganglion gland graft grade granulomatosis
hernia hump index jacket joint knot law lesion ligament line loop lymphoma macroglobulinemia maneuver manoeuvre margin membrane method metastasis murmur muscle myotomy nail needle neuroma node nodes nodule oesophagus operation
osteotomy palsy papilla pin plate plane plaque plexus point position pouch procedure prosthesis protocol reflex repair ring rod rods rule sarcoma score screw shunt sign space sphincter spots stage stent stitch
surgery syndrome tendon test tetralogy thyroiditis transformation triad triangle tube tubercle tumor tumour ulcer units unit valve view wire zone
erkrankung fraktur krankheit syndrom tumor zyste zeichen maladie fracture kyste syndrome enfermedad quiste sindrome malattia frattura ziekte
`;
