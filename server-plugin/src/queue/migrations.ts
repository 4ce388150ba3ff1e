/**
 * The tables of the bridge, as steps from one version to the next. Each step is PL/pgSQL and runs once, in one transaction. A step that
 * was published is never changed: whatever changes after it is a further step.
 */

/** The tables as they were when versions began, from nothing or from what an older bridge has left. */
const FIRST = `
  CREATE TABLE IF NOT EXISTS deidentification_job (
    id uuid PRIMARY KEY,
    project text NOT NULL,
    study text NOT NULL,
    state text NOT NULL DEFAULT 'created',
    total integer NOT NULL DEFAULT 0,
    done integer NOT NULL DEFAULT 0,
    error_code text,
    error_where text,
    copy_study_instance_uid text,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  ALTER TABLE deidentification_job
    ADD COLUMN IF NOT EXISTS work jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN IF NOT EXISTS report jsonb,
    ADD COLUMN IF NOT EXISTS storage_plan jsonb,
    ADD COLUMN IF NOT EXISTS export_name text,
    ADD COLUMN IF NOT EXISTS rank integer NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS attempts integer NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS unended integer NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS started_at timestamptz,
    ADD COLUMN IF NOT EXISTS ended_at timestamptz,
    ADD COLUMN IF NOT EXISTS made_by jsonb;
  IF EXISTS (SELECT FROM information_schema.columns
             WHERE table_name = 'deidentification_job' AND column_name = 'regions') THEN
    UPDATE deidentification_job SET work = jsonb_build_object('regions', regions);
    ALTER TABLE deidentification_job DROP COLUMN regions;
  END IF;

  -- Two jobs at once would each take the other's half-stored copy for an older one.
  CREATE UNIQUE INDEX IF NOT EXISTS one_unfinished_job_of_a_study
    ON deidentification_job (project, study) WHERE state IN ('created', 'retry', 'active');
  -- An export that is asked for again by its name goes on; it has every study once.
  CREATE UNIQUE INDEX IF NOT EXISTS one_job_of_a_study_in_an_export
    ON deidentification_job (export_name, study) WHERE export_name IS NOT NULL;
  CREATE INDEX IF NOT EXISTS job_rank_in_project
    ON deidentification_job (project, rank) WHERE state IN ('created', 'retry', 'active');
  CREATE INDEX IF NOT EXISTS job_rank_waiting ON deidentification_job (rank) WHERE state = 'created' AND rank > 0;
  CREATE INDEX IF NOT EXISTS job_of_study ON deidentification_job (project, study, created_at DESC);
  CREATE INDEX IF NOT EXISTS job_newest ON deidentification_job (created_at DESC, id);

  CREATE TABLE IF NOT EXISTS deidentification_export (
    name text PRIMARY KEY,
    project text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE IF NOT EXISTS deidentification_hold (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    job uuid NOT NULL,
    project text NOT NULL,
    study text NOT NULL,
    instance text NOT NULL,
    state text NOT NULL DEFAULT 'held',
    error_code text NOT NULL,
    error_where text,
    texts jsonb NOT NULL,
    follow_up uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    decided_at timestamptz,
    UNIQUE (job, instance)
  );
  CREATE INDEX IF NOT EXISTS hold_of_a_study ON deidentification_hold (state, study);

  CREATE TABLE IF NOT EXISTS deidentification_output (
    job uuid NOT NULL,
    study_instance_uid text NOT NULL,
    sop_instance_uid text NOT NULL,
    sha256 text NOT NULL,
    patient_id text NOT NULL,
    sex text NOT NULL,
    age_band text NOT NULL,
    modality text NOT NULL,
    body_part text NOT NULL,
    PRIMARY KEY (job, sop_instance_uid)
  );
  CREATE INDEX IF NOT EXISTS output_of_instance ON deidentification_output (sop_instance_uid);
  CREATE TABLE IF NOT EXISTS deidentification_action (
    job uuid NOT NULL,
    action text NOT NULL,
    elements integer NOT NULL,
    PRIMARY KEY (job, action)
  );

  CREATE TABLE IF NOT EXISTS study_review (
    study text NOT NULL,
    scope text NOT NULL,
    content text,
    review jsonb NOT NULL,
    PRIMARY KEY (study, scope)
  );

  CREATE TABLE IF NOT EXISTS project_key (
    project text PRIMARY KEY,
    fingerprint text NOT NULL
  );
`;

/** Who did what, which nobody can change afterwards; and which rules each copy was made by. */
const AUDIT = `
  CREATE TABLE audit_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    project text,
    subject text,
    reason text,
    request uuid
  );
  CREATE INDEX audit_of_action ON audit_event (action, id);
  CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $function$
    BEGIN RAISE EXCEPTION 'the audit is only added to'; END
  $function$;
  CREATE TRIGGER audit_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();

  ALTER TABLE project_key ADD COLUMN rules text;
  ALTER TABLE deidentification_output ADD COLUMN profile text NOT NULL DEFAULT '';
  ALTER TABLE deidentification_output ADD COLUMN rules text NOT NULL DEFAULT '';
`;

/** Copies that are checked again, by jobs of their own kind. */
const VERIFICATION = `
  ALTER TABLE deidentification_job ADD COLUMN verification uuid;
  CREATE INDEX job_of_verification ON deidentification_job (verification) WHERE verification IS NOT NULL;
  CREATE TABLE verification (
    id uuid PRIMARY KEY,
    project text NOT NULL,
    export_name text,
    pixels boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE verification_finding (
    job uuid NOT NULL,
    sop_instance_uid text NOT NULL,
    code text NOT NULL,
    place text,
    frames jsonb,
    box jsonb
  );
  CREATE INDEX finding_of_job ON verification_finding (job);
`;

/** Sealed entries of vaults, in a schema of their own: rights to them can be granted apart from those to jobs. */
const VAULT = `
  CREATE SCHEMA pseudonymize_vault;
  CREATE TABLE pseudonymize_vault.entry (
    project text NOT NULL,
    kind text NOT NULL,
    name bytea NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (project, kind, name)
  );
`;

/** Which ZIP file has the copies of a job, or that they wait to be packed. */
const ZIP = `
  CREATE TABLE zip_file (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    sha256 text NOT NULL,
    bytes bigint NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now()
  );
  ALTER TABLE deidentification_job
    ADD COLUMN zip uuid REFERENCES zip_file,
    ADD COLUMN waits_for_zip boolean NOT NULL DEFAULT false;
`;

/** What every worker has to go by, as the bridge has it. */
const SETTINGS = 'ALTER TABLE project_key ADD COLUMN settings text;';

export const MIGRATIONS: readonly string[] = [FIRST, AUDIT, VERIFICATION, VAULT, ZIP, SETTINGS];
