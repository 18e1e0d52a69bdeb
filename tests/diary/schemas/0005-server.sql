CREATE FUNCTION public.cramplog_clear_difference(integer, text, text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM difference WHERE difference.person_id = $1::INTEGER AND difference.entity = $2::VARCHAR AND difference.key = $3::VARCHAR AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_clear_difference(integer, text, text) OWNER TO admin;
CREATE FUNCTION public.cramplog_clear_dose(integer, text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM dose WHERE dose.person_id = $1::INTEGER AND dose.uid = $2::VARCHAR AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_clear_dose(integer, text) OWNER TO admin;
CREATE FUNCTION public.cramplog_clear_episode_remedy(integer, integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM episode_remedy WHERE episode_remedy.person_id = $1::INTEGER AND episode_remedy.number = $2::INTEGER AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_clear_episode_remedy(integer, integer) OWNER TO admin;
CREATE FUNCTION public.cramplog_clear_episode_trigger(integer, integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM episode_trigger WHERE episode_trigger.person_id = $1::INTEGER AND episode_trigger.number = $2::INTEGER AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_clear_episode_trigger(integer, integer) OWNER TO admin;
CREATE FUNCTION public.cramplog_clear_night_factor(integer, integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM night_factor WHERE night_factor.person_id = $1::INTEGER AND night_factor.night = $2::INTEGER AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_clear_night_factor(integer, integer) OWNER TO admin;
CREATE FUNCTION public.cramplog_clear_site(integer, integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM site WHERE site.person_id = $1::INTEGER AND site.number = $2::INTEGER AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_clear_site(integer, integer) OWNER TO admin;
CREATE FUNCTION public.cramplog_delete_condition(integer, text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM condition WHERE condition.person_id = $1::INTEGER AND condition.uid = $2::VARCHAR AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_delete_condition(integer, text) OWNER TO admin;
CREATE FUNCTION public.cramplog_delete_episode(integer, integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM episode WHERE episode.person_id = $1::INTEGER AND episode.number = $2::INTEGER AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_delete_episode(integer, integer) OWNER TO admin;
CREATE FUNCTION public.cramplog_delete_medicine(integer, text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM medicine WHERE medicine.person_id = $1::INTEGER AND medicine.uid = $2::VARCHAR AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_delete_medicine(integer, text) OWNER TO admin;
CREATE FUNCTION public.cramplog_delete_night(integer, integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM night WHERE night.person_id = $1::INTEGER AND night.night = $2::INTEGER AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_delete_night(integer, integer) OWNER TO admin;
CREATE FUNCTION public.cramplog_delete_profile(integer, text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM profile WHERE profile.person_id = $1::INTEGER AND profile.key = $2::VARCHAR AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_delete_profile(integer, text) OWNER TO admin;
CREATE FUNCTION public.cramplog_delete_snooze(integer, text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM snooze WHERE snooze.person_id = $1::INTEGER AND snooze.rule_id = $2::VARCHAR AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_delete_snooze(integer, text) OWNER TO admin;
CREATE FUNCTION public.cramplog_delete_symptom(integer, text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM symptom WHERE symptom.person_id = $1::INTEGER AND symptom.uid = $2::VARCHAR AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_delete_symptom(integer, text) OWNER TO admin;
CREATE FUNCTION public.cramplog_delete_timer(integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM timer WHERE timer.person_id = $1::INTEGER AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_delete_timer(integer) OWNER TO admin;
CREATE FUNCTION public.cramplog_delete_visit(integer, text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM visit WHERE visit.person_id = $1::INTEGER AND visit.uid = $2::VARCHAR AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_delete_visit(integer, text) OWNER TO admin;
CREATE FUNCTION public.cramplog_drop_setting(text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$ BEGIN DELETE FROM setting WHERE setting.key = $1::VARCHAR AND owner = session_user::text; END $_$;
ALTER FUNCTION public.cramplog_drop_setting(text) OWNER TO admin;
CREATE FUNCTION public.cramplog_next_person() RETURNS integer
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM 1 FROM person ORDER BY id FOR NO KEY UPDATE;
    RETURN (SELECT coalesce(max(id), 0) + 1 FROM person);
END $$;
ALTER FUNCTION public.cramplog_next_person() OWNER TO admin;
CREATE TABLE public.act (
    person_id integer NOT NULL,
    id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    command text NOT NULL COLLATE pg_catalog."C",
    said text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL,
    reverts bigint,
    beneath bigint,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.act ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.act ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.act ALTER COLUMN uid SET STATISTICS 0;
ALTER TABLE ONLY public.act ALTER COLUMN command SET STATISTICS 0;
ALTER TABLE ONLY public.act ALTER COLUMN said SET STATISTICS 0;
ALTER TABLE ONLY public.act ALTER COLUMN at SET STATISTICS 0;
ALTER TABLE ONLY public.act ALTER COLUMN reverts SET STATISTICS 0;
ALTER TABLE ONLY public.act ALTER COLUMN beneath SET STATISTICS 0;
ALTER TABLE ONLY public.act ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.act FORCE ROW LEVEL SECURITY;
ALTER TABLE public.act OWNER TO admin;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
ALTER TABLE public.alembic_version OWNER TO admin;
CREATE TABLE public.change (
    person_id integer NOT NULL,
    act_id integer NOT NULL,
    "position" integer NOT NULL,
    entity text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    before text COLLATE pg_catalog."C",
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.change ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.change ALTER COLUMN act_id SET STATISTICS 0;
ALTER TABLE ONLY public.change ALTER COLUMN "position" SET STATISTICS 0;
ALTER TABLE ONLY public.change ALTER COLUMN entity SET STATISTICS 0;
ALTER TABLE ONLY public.change ALTER COLUMN key SET STATISTICS 0;
ALTER TABLE ONLY public.change ALTER COLUMN before SET STATISTICS 0;
ALTER TABLE ONLY public.change ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.change FORCE ROW LEVEL SECURITY;
ALTER TABLE public.change OWNER TO admin;
CREATE TABLE public.condition (
    person_id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    known integer NOT NULL,
    absent integer NOT NULL,
    since text COLLATE pg_catalog."C",
    until text COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_condition_absent CHECK ((absent = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_condition_known CHECK ((known = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.condition ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.condition ALTER COLUMN uid SET STATISTICS 0;
ALTER TABLE ONLY public.condition ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.condition ALTER COLUMN known SET STATISTICS 0;
ALTER TABLE ONLY public.condition ALTER COLUMN absent SET STATISTICS 0;
ALTER TABLE ONLY public.condition ALTER COLUMN since SET STATISTICS 0;
ALTER TABLE ONLY public.condition ALTER COLUMN until SET STATISTICS 0;
ALTER TABLE ONLY public.condition ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.condition ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.condition FORCE ROW LEVEL SECURITY;
ALTER TABLE public.condition OWNER TO admin;
CREATE TABLE public.difference (
    person_id integer NOT NULL,
    entity text NOT NULL COLLATE pg_catalog."C",
    key text NOT NULL COLLATE pg_catalog."C",
    field text NOT NULL COLLATE pg_catalog."C",
    others text NOT NULL COLLATE pg_catalog."C",
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.difference ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.difference ALTER COLUMN entity SET STATISTICS 0;
ALTER TABLE ONLY public.difference ALTER COLUMN key SET STATISTICS 0;
ALTER TABLE ONLY public.difference ALTER COLUMN field SET STATISTICS 0;
ALTER TABLE ONLY public.difference ALTER COLUMN others SET STATISTICS 0;
ALTER TABLE ONLY public.difference ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.difference FORCE ROW LEVEL SECURITY;
ALTER TABLE public.difference OWNER TO admin;
CREATE TABLE public.dose (
    person_id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    text text NOT NULL COLLATE pg_catalog."C",
    since text COLLATE pg_catalog."C",
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.dose ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.dose ALTER COLUMN uid SET STATISTICS 0;
ALTER TABLE ONLY public.dose ALTER COLUMN "position" SET STATISTICS 0;
ALTER TABLE ONLY public.dose ALTER COLUMN text SET STATISTICS 0;
ALTER TABLE ONLY public.dose ALTER COLUMN since SET STATISTICS 0;
ALTER TABLE ONLY public.dose ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.dose FORCE ROW LEVEL SECURITY;
ALTER TABLE public.dose OWNER TO admin;
CREATE TABLE public.episode (
    person_id integer NOT NULL,
    number integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    night bigint NOT NULL,
    started_at bigint NOT NULL,
    utc_offset bigint NOT NULL,
    zone text COLLATE pg_catalog."C",
    time_is_approximate integer NOT NULL,
    daytime integer NOT NULL,
    duration_seconds integer,
    duration_is_estimate integer NOT NULL,
    type text COLLATE pg_catalog."C",
    spread text COLLATE pg_catalog."C",
    pain integer,
    woke integer,
    sore integer,
    numb integer,
    hard integer,
    twitching integer,
    note text COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    recorded_offset bigint NOT NULL,
    source text NOT NULL COLLATE pg_catalog."C",
    deleted_at bigint,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_episode_daytime CHECK ((daytime = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_duration_is_estimate CHECK ((duration_is_estimate = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_duration_seconds CHECK (((duration_seconds >= 1) AND (duration_seconds <= 86400))),
    CONSTRAINT ck_episode_hard CHECK ((hard = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_note CHECK (((length(note) >= 1) AND (length(note) <= 10000))),
    CONSTRAINT ck_episode_numb CHECK ((numb = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_number CHECK ((number > 0)),
    CONSTRAINT ck_episode_pain CHECK (((pain >= 0) AND (pain <= 10))),
    CONSTRAINT ck_episode_sore CHECK ((sore = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_spread CHECK ((spread = ANY (ARRAY['localized'::text, 'generalized'::text]))),
    CONSTRAINT ck_episode_time_is_approximate CHECK ((time_is_approximate = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_twitching CHECK ((twitching = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_type CHECK ((type = ANY (ARRAY['tonic'::text, 'clonic'::text]))),
    CONSTRAINT ck_episode_utc_offset CHECK (((utc_offset >= '-93600'::integer) AND (utc_offset <= 93600))),
    CONSTRAINT ck_episode_woke CHECK ((woke = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.episode ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN uid SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN night SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN started_at SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN utc_offset SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN zone SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN time_is_approximate SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN daytime SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN duration_seconds SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN duration_is_estimate SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN type SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN spread SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN pain SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN woke SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN sore SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN numb SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN hard SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN twitching SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN note SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN recorded_offset SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN source SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN deleted_at SET STATISTICS 0;
ALTER TABLE ONLY public.episode ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.episode FORCE ROW LEVEL SECURITY;
ALTER TABLE public.episode OWNER TO admin;
CREATE TABLE public.episode_remedy (
    person_id integer NOT NULL,
    number integer NOT NULL,
    "position" integer NOT NULL,
    remedy_id text NOT NULL COLLATE pg_catalog."C",
    helped integer NOT NULL,
    relief_seconds bigint,
    not_helped integer DEFAULT 0 NOT NULL,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_episode_remedy_helped CHECK ((helped = ANY (ARRAY[0, 1]))),
    CONSTRAINT ck_episode_remedy_not_helped CHECK (((not_helped = 0) OR (not_helped = (1 - helped))))
);
ALTER TABLE ONLY public.episode_remedy ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.episode_remedy ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.episode_remedy ALTER COLUMN "position" SET STATISTICS 0;
ALTER TABLE ONLY public.episode_remedy ALTER COLUMN remedy_id SET STATISTICS 0;
ALTER TABLE ONLY public.episode_remedy ALTER COLUMN helped SET STATISTICS 0;
ALTER TABLE ONLY public.episode_remedy ALTER COLUMN relief_seconds SET STATISTICS 0;
ALTER TABLE ONLY public.episode_remedy ALTER COLUMN not_helped SET STATISTICS 0;
ALTER TABLE ONLY public.episode_remedy ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.episode_remedy FORCE ROW LEVEL SECURITY;
ALTER TABLE public.episode_remedy OWNER TO admin;
CREATE TABLE public.episode_trigger (
    person_id integer NOT NULL,
    number integer NOT NULL,
    "position" integer NOT NULL,
    trigger_id text NOT NULL COLLATE pg_catalog."C",
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.episode_trigger ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.episode_trigger ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.episode_trigger ALTER COLUMN "position" SET STATISTICS 0;
ALTER TABLE ONLY public.episode_trigger ALTER COLUMN trigger_id SET STATISTICS 0;
ALTER TABLE ONLY public.episode_trigger ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.episode_trigger FORCE ROW LEVEL SECURITY;
ALTER TABLE public.episode_trigger OWNER TO admin;
CREATE TABLE public.medicine (
    person_id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    known integer NOT NULL,
    started text COLLATE pg_catalog."C",
    stopped text COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_medicine_in_order CHECK ((stopped >= substr(started, 1, length(stopped)))),
    CONSTRAINT ck_medicine_known CHECK ((known = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.medicine ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.medicine ALTER COLUMN uid SET STATISTICS 0;
ALTER TABLE ONLY public.medicine ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.medicine ALTER COLUMN known SET STATISTICS 0;
ALTER TABLE ONLY public.medicine ALTER COLUMN started SET STATISTICS 0;
ALTER TABLE ONLY public.medicine ALTER COLUMN stopped SET STATISTICS 0;
ALTER TABLE ONLY public.medicine ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.medicine ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.medicine FORCE ROW LEVEL SECURITY;
ALTER TABLE public.medicine OWNER TO admin;
CREATE TABLE public.merged (
    person_id integer NOT NULL,
    entity text NOT NULL COLLATE pg_catalog."C",
    gid text NOT NULL COLLATE pg_catalog."C",
    uid text NOT NULL COLLATE pg_catalog."C",
    at bigint NOT NULL,
    command text NOT NULL COLLATE pg_catalog."C",
    parents text NOT NULL COLLATE pg_catalog."C",
    state text COLLATE pg_catalog."C",
    since_act bigint NOT NULL,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.merged ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.merged ALTER COLUMN entity SET STATISTICS 0;
ALTER TABLE ONLY public.merged ALTER COLUMN gid SET STATISTICS 0;
ALTER TABLE ONLY public.merged ALTER COLUMN uid SET STATISTICS 0;
ALTER TABLE ONLY public.merged ALTER COLUMN at SET STATISTICS 0;
ALTER TABLE ONLY public.merged ALTER COLUMN command SET STATISTICS 0;
ALTER TABLE ONLY public.merged ALTER COLUMN parents SET STATISTICS 0;
ALTER TABLE ONLY public.merged ALTER COLUMN state SET STATISTICS 0;
ALTER TABLE ONLY public.merged ALTER COLUMN since_act SET STATISTICS 0;
ALTER TABLE ONLY public.merged ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.merged FORCE ROW LEVEL SECURITY;
ALTER TABLE public.merged OWNER TO admin;
CREATE TABLE public.night (
    person_id integer NOT NULL,
    night integer NOT NULL,
    quiet integer NOT NULL,
    recorded_at bigint NOT NULL,
    recorded_offset bigint NOT NULL,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_night_quiet CHECK ((quiet = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.night ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.night ALTER COLUMN night SET STATISTICS 0;
ALTER TABLE ONLY public.night ALTER COLUMN quiet SET STATISTICS 0;
ALTER TABLE ONLY public.night ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.night ALTER COLUMN recorded_offset SET STATISTICS 0;
ALTER TABLE ONLY public.night ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.night FORCE ROW LEVEL SECURITY;
ALTER TABLE public.night OWNER TO admin;
CREATE TABLE public.night_factor (
    person_id integer NOT NULL,
    night integer NOT NULL,
    factor text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.night_factor ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.night_factor ALTER COLUMN night SET STATISTICS 0;
ALTER TABLE ONLY public.night_factor ALTER COLUMN factor SET STATISTICS 0;
ALTER TABLE ONLY public.night_factor ALTER COLUMN value SET STATISTICS 0;
ALTER TABLE ONLY public.night_factor ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.night_factor ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.night_factor FORCE ROW LEVEL SECURITY;
ALTER TABLE public.night_factor OWNER TO admin;
CREATE TABLE public.person (
    id integer DEFAULT public.cramplog_next_person() NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    next_number integer DEFAULT 1 NOT NULL,
    next_act integer DEFAULT 1 NOT NULL,
    undo_top bigint,
    redo_top bigint,
    recorded_at bigint NOT NULL,
    removed_at bigint,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_person_name CHECK (((length(name) >= 1) AND (length(name) <= 200)))
)
WITH (fillfactor='50');
ALTER TABLE ONLY public.person ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.person ALTER COLUMN uid SET STATISTICS 0;
ALTER TABLE ONLY public.person ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.person ALTER COLUMN next_number SET STATISTICS 0;
ALTER TABLE ONLY public.person ALTER COLUMN next_act SET STATISTICS 0;
ALTER TABLE ONLY public.person ALTER COLUMN undo_top SET STATISTICS 0;
ALTER TABLE ONLY public.person ALTER COLUMN redo_top SET STATISTICS 0;
ALTER TABLE ONLY public.person ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.person ALTER COLUMN removed_at SET STATISTICS 0;
ALTER TABLE ONLY public.person ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.person FORCE ROW LEVEL SECURITY;
ALTER TABLE public.person OWNER TO admin;
CREATE TABLE public.profile (
    person_id integer NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.profile ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.profile ALTER COLUMN key SET STATISTICS 0;
ALTER TABLE ONLY public.profile ALTER COLUMN value SET STATISTICS 0;
ALTER TABLE ONLY public.profile ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.profile ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.profile FORCE ROW LEVEL SECURITY;
ALTER TABLE public.profile OWNER TO admin;
CREATE TABLE public.setting (
    key text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C",
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.setting ALTER COLUMN key SET STATISTICS 0;
ALTER TABLE ONLY public.setting ALTER COLUMN value SET STATISTICS 0;
ALTER TABLE ONLY public.setting ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.setting FORCE ROW LEVEL SECURITY;
ALTER TABLE public.setting OWNER TO admin;
CREATE TABLE public.site (
    person_id integer NOT NULL,
    number integer NOT NULL,
    "position" integer NOT NULL,
    muscle text NOT NULL COLLATE pg_catalog."C",
    side text COLLATE pg_catalog."C",
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_site_muscle CHECK ((muscle = ANY (ARRAY['calf'::text, 'toes'::text, 'foot'::text, 'sole'::text, 'shin'::text, 'thigh'::text, 'hamstring'::text, 'quadriceps'::text, 'leg'::text, 'hand'::text, 'other'::text]))),
    CONSTRAINT ck_site_side CHECK ((side = ANY (ARRAY['left'::text, 'right'::text, 'both'::text])))
);
ALTER TABLE ONLY public.site ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.site ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.site ALTER COLUMN "position" SET STATISTICS 0;
ALTER TABLE ONLY public.site ALTER COLUMN muscle SET STATISTICS 0;
ALTER TABLE ONLY public.site ALTER COLUMN side SET STATISTICS 0;
ALTER TABLE ONLY public.site ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.site FORCE ROW LEVEL SECURITY;
ALTER TABLE public.site OWNER TO admin;
CREATE TABLE public.snooze (
    person_id integer NOT NULL,
    rule_id text NOT NULL COLLATE pg_catalog."C",
    until_day bigint NOT NULL,
    urgency text NOT NULL COLLATE pg_catalog."C",
    because text NOT NULL COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    evidence text COLLATE pg_catalog."C",
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C"
);
ALTER TABLE ONLY public.snooze ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.snooze ALTER COLUMN rule_id SET STATISTICS 0;
ALTER TABLE ONLY public.snooze ALTER COLUMN until_day SET STATISTICS 0;
ALTER TABLE ONLY public.snooze ALTER COLUMN urgency SET STATISTICS 0;
ALTER TABLE ONLY public.snooze ALTER COLUMN because SET STATISTICS 0;
ALTER TABLE ONLY public.snooze ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.snooze ALTER COLUMN evidence SET STATISTICS 0;
ALTER TABLE ONLY public.snooze ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.snooze FORCE ROW LEVEL SECURITY;
ALTER TABLE public.snooze OWNER TO admin;
CREATE TABLE public.symptom (
    person_id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    side text COLLATE pg_catalog."C",
    day bigint NOT NULL,
    status text NOT NULL COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_symptom_side CHECK ((side = ANY (ARRAY['left'::text, 'right'::text, 'both'::text]))),
    CONSTRAINT ck_symptom_status CHECK ((status = ANY (ARRAY['present'::text, 'gone'::text, 'absent'::text])))
);
ALTER TABLE ONLY public.symptom ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.symptom ALTER COLUMN uid SET STATISTICS 0;
ALTER TABLE ONLY public.symptom ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.symptom ALTER COLUMN side SET STATISTICS 0;
ALTER TABLE ONLY public.symptom ALTER COLUMN day SET STATISTICS 0;
ALTER TABLE ONLY public.symptom ALTER COLUMN status SET STATISTICS 0;
ALTER TABLE ONLY public.symptom ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.symptom ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.symptom FORCE ROW LEVEL SECURITY;
ALTER TABLE public.symptom OWNER TO admin;
CREATE TABLE public.timer (
    person_id integer NOT NULL,
    started_at bigint NOT NULL,
    utc_offset bigint NOT NULL,
    zone text COLLATE pg_catalog."C",
    time_is_approximate integer NOT NULL,
    words text NOT NULL COLLATE pg_catalog."C",
    note text COLLATE pg_catalog."C",
    recorded_at bigint NOT NULL,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_timer_time_is_approximate CHECK ((time_is_approximate = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.timer ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.timer ALTER COLUMN started_at SET STATISTICS 0;
ALTER TABLE ONLY public.timer ALTER COLUMN utc_offset SET STATISTICS 0;
ALTER TABLE ONLY public.timer ALTER COLUMN zone SET STATISTICS 0;
ALTER TABLE ONLY public.timer ALTER COLUMN time_is_approximate SET STATISTICS 0;
ALTER TABLE ONLY public.timer ALTER COLUMN words SET STATISTICS 0;
ALTER TABLE ONLY public.timer ALTER COLUMN note SET STATISTICS 0;
ALTER TABLE ONLY public.timer ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.timer ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.timer FORCE ROW LEVEL SECURITY;
ALTER TABLE public.timer OWNER TO admin;
CREATE TABLE public.visit (
    person_id integer NOT NULL,
    uid text NOT NULL COLLATE pg_catalog."C",
    day bigint NOT NULL,
    who text COLLATE pg_catalog."C",
    done integer NOT NULL,
    recorded_at bigint NOT NULL,
    owner text DEFAULT SESSION_USER NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT ck_visit_done CHECK ((done = ANY (ARRAY[0, 1])))
);
ALTER TABLE ONLY public.visit ALTER COLUMN person_id SET STATISTICS 0;
ALTER TABLE ONLY public.visit ALTER COLUMN uid SET STATISTICS 0;
ALTER TABLE ONLY public.visit ALTER COLUMN day SET STATISTICS 0;
ALTER TABLE ONLY public.visit ALTER COLUMN who SET STATISTICS 0;
ALTER TABLE ONLY public.visit ALTER COLUMN done SET STATISTICS 0;
ALTER TABLE ONLY public.visit ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.visit ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE ONLY public.visit FORCE ROW LEVEL SECURITY;
ALTER TABLE public.visit OWNER TO admin;
INSERT INTO public.act VALUES (1, 1, '01a20673-2860-789e-981a-2432c11d3ae3', 'log', 'log of episode 1 (2026-11-16 23:50, left calf)', 1795404540, NULL, NULL, 'anna');
INSERT INTO public.act VALUES (1, 2, '01a20673-2860-70d7-99b6-0ba925d05466', 'log', 'log of episode 2 (2026-11-19 02:30, right foot)', 1795404540, NULL, 1, 'anna');
INSERT INTO public.act VALUES (1, 3, '01a20673-2860-78cd-ae12-c08cfbd41fe9', 'log', 'log of episode 3 (2026-11-21 03:00, left calf+right hamstring)', 1795404540, NULL, 2, 'anna');
INSERT INTO public.act VALUES (1, 4, '01a20673-2860-7fa0-a9e1-e6b0b812bac8', 'log', 'log of episode 4 (2026-11-21 16:15, both leg)', 1795404540, NULL, 3, 'anna');
INSERT INTO public.act VALUES (1, 5, '01a20673-2860-70f6-a050-32b2b49d4e8d', 'log', 'log of episode 5 (2026-11-22 01:10, toes)', 1795404540, NULL, 4, 'anna');
INSERT INTO public.act VALUES (1, 6, '01a20673-2860-7c0d-918c-ea47b1ffb8ff', 'log', 'log of episode 6 (2026-11-23 02:30, right calf)', 1795404540, NULL, 5, 'anna');
INSERT INTO public.act VALUES (1, 7, '01a20673-2860-7b68-852b-cd89c107cfae', 'log', 'log of episode 7 (2026-11-23 02:40, both calf)', 1795404540, NULL, 6, 'anna');
INSERT INTO public.act VALUES (1, 8, '01a20673-2860-7adb-ab0e-614726ece3c3', 'log', 'log of episode 8 (2026-11-23 03:29)', 1795404540, NULL, 7, 'anna');
INSERT INTO public.act VALUES (1, 9, '01a20673-2860-71ff-af13-5b578de649c5', 'delete', 'delete of episode 2 (2026-11-19 02:30, right foot)', 1795404540, NULL, 8, 'anna');
INSERT INTO public.act VALUES (1, 10, '01a20673-2860-759e-9db1-f5fdc2f42561', 'edit', 'edit of episode 7 (2026-11-23 02:40, both calf)', 1795404540, NULL, 9, 'anna');
INSERT INTO public.act VALUES (1, 11, '01a20673-2860-7ddd-9c3e-889de1b4f17f', 'night', 'night of 2026-11-17', 1795404540, NULL, 10, 'anna');
INSERT INTO public.act VALUES (1, 12, '01a20673-2860-7fa6-ad5b-8930403a72b0', 'night', 'night of 2026-11-19', 1795404540, NULL, 11, 'anna');
INSERT INTO public.act VALUES (1, 13, '01a20673-2860-7469-a266-361b60f116d0', 'night', 'night of 2026-11-22', 1795404540, NULL, 12, 'anna');
INSERT INTO public.act VALUES (1, 14, '01a20673-2860-768e-a3ce-e1445c3e898f', 'person set', 'person set born=1958 sex=f', 1795404540, NULL, 13, 'anna');
INSERT INTO public.act VALUES (1, 15, '01a20673-2860-7921-9f79-30fd3f235124', 'condition add', 'condition add varicose_veins', 1795404540, NULL, 14, 'anna');
INSERT INTO public.act VALUES (1, 16, '01a20673-2860-7fde-987c-fbf924796bdb', 'condition deny', 'condition deny diabetes', 1795404540, NULL, 15, 'anna');
INSERT INTO public.act VALUES (1, 17, '01a20673-2860-7b8c-b5a2-a31b60d77147', 'symptom', 'symptom swelling present', 1795404540, NULL, 16, 'anna');
INSERT INTO public.act VALUES (1, 18, '01a20673-2860-7b14-b4eb-5f53acc04efb', 'symptom', 'symptom swelling absent', 1795404540, NULL, 17, 'anna');
INSERT INTO public.act VALUES (1, 19, '01a20673-2860-706f-aaf2-a42a6133aa28', 'medicine start', 'medicine start simvastatin', 1795404540, NULL, 18, 'anna');
INSERT INTO public.act VALUES (1, 20, '01a20673-2860-730f-befe-22f52a04ec2a', 'visit set', 'visit set and a flag quieted', 1795404540, NULL, 19, 'anna');
INSERT INTO public.act VALUES (1, 21, '01a20673-2860-7787-83ef-7fdfa441ed33', 'start', 'timer started at 03:29', 1795404540, NULL, 20, 'anna');
INSERT INTO public.act VALUES (1, 22, '01a20673-2860-7c73-a373-7c5e66307fb9', 'edit', 'edit of episode 1 (2026-11-16 23:50, left calf)', 1795404540, NULL, 21, 'anna');
INSERT INTO public.act VALUES (1, 23, '01a20673-2860-78e9-83df-24a7c7dba7c9', 'undo', 'edit of episode 1 (2026-11-16 23:50, left calf)', 1795404540, 22, NULL, 'anna');
INSERT INTO public.act VALUES (1, 24, '01a20673-2860-7750-bc3e-6e779e7eebcb', 'redo', 'edit of episode 1 (2026-11-16 23:50, left calf)', 1795404540, 23, 21, 'anna');
INSERT INTO public.act VALUES (1, 25, '01a20673-2860-73b7-bf90-802957450ed0', 'night', 'night of 2026-11-19', 1795404540, NULL, 24, 'anna');
INSERT INTO public.act VALUES (1, 26, '01a20673-2860-7435-9e46-1ade0440b8c8', 'log', 'log of episode 9 (2026-11-23 03:28, left hand)', 1795404540, NULL, 25, 'anna');
INSERT INTO public.act VALUES (1, 27, '01a20673-2860-73fb-a5b5-a1f2dc994d69', 'undo', 'log of episode 9 (2026-11-23 03:28, left hand)', 1795404540, 26, NULL, 'anna');
INSERT INTO public.act VALUES (2, 1, '01a20673-2860-788e-86d3-f92c51b15c12', 'log', 'log of episode 1 (2026-11-20 01:00, left calf)', 1795404540, NULL, NULL, 'anna');
INSERT INTO public.act VALUES (2, 2, '01a20673-2860-70db-908b-1b15c0b4d30d', 'delete', 'delete of episode 1 (2026-11-20 01:00, left calf)', 1795404540, NULL, 1, 'anna');
INSERT INTO public.act VALUES (2, 3, '01a20673-2860-72e3-bef5-4b1e729681b4', 'undo', 'delete of episode 1 (2026-11-20 01:00, left calf)', 1795404540, 2, NULL, 'anna');
INSERT INTO public.act VALUES (1, 1, '01a20673-2860-7635-8c72-d39e99fdb8f3', 'log', 'log of episode 1 (2026-11-23 03:26, right foot)', 1795404540, NULL, NULL, 'bob');
INSERT INTO public.alembic_version VALUES ('0005');
INSERT INTO public.change VALUES (1, 1, 0, 'episode', '1', NULL, 'anna');
INSERT INTO public.change VALUES (1, 2, 0, 'episode', '2', NULL, 'anna');
INSERT INTO public.change VALUES (1, 3, 0, 'episode', '3', NULL, 'anna');
INSERT INTO public.change VALUES (1, 4, 0, 'episode', '4', NULL, 'anna');
INSERT INTO public.change VALUES (1, 5, 0, 'episode', '5', NULL, 'anna');
INSERT INTO public.change VALUES (1, 6, 0, 'episode', '6', NULL, 'anna');
INSERT INTO public.change VALUES (1, 7, 0, 'episode', '7', NULL, 'anna');
INSERT INTO public.change VALUES (1, 8, 0, 'episode', '8', NULL, 'anna');
INSERT INTO public.change VALUES (1, 9, 0, 'episode', '2', '{"row": {"person_id": 1, "number": 2, "uid": "01a20673-2860-7002-8458-4a6b258f80e2", "night": 739938, "started_at": 1795055400, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 0, "daytime": 0, "duration_seconds": 90, "duration_is_estimate": 0, "type": null, "spread": null, "pain": 4, "woke": null, "sore": 1, "numb": null, "hard": null, "twitching": null, "note": null, "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 1, "number": 2, "position": 0, "muscle": "foot", "side": "right"}], "episode_trigger": [], "episode_remedy": []}}', 'anna');
INSERT INTO public.change VALUES (1, 10, 0, 'episode', '7', '{"row": {"person_id": 1, "number": 7, "uid": "01a20673-2860-7007-865b-8336a71be570", "night": 739942, "started_at": 1795401600, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 1, "daytime": 0, "duration_seconds": null, "duration_is_estimate": 0, "type": null, "spread": null, "pain": null, "woke": null, "sore": null, "numb": null, "hard": null, "twitching": null, "note": null, "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 1, "number": 7, "position": 0, "muscle": "calf", "side": "both"}], "episode_trigger": [], "episode_remedy": []}}', 'anna');
INSERT INTO public.change VALUES (1, 11, 0, 'night', '739937', NULL, 'anna');
INSERT INTO public.change VALUES (1, 12, 0, 'night', '739939', NULL, 'anna');
INSERT INTO public.change VALUES (1, 13, 0, 'night', '739942', NULL, 'anna');
INSERT INTO public.change VALUES (1, 14, 0, 'profile', 'born', NULL, 'anna');
INSERT INTO public.change VALUES (1, 14, 1, 'profile', 'sex', NULL, 'anna');
INSERT INTO public.change VALUES (1, 15, 0, 'condition', '01a20673-2860-700f-9461-4b1dfe8e2ab1', NULL, 'anna');
INSERT INTO public.change VALUES (1, 16, 0, 'condition', '01a20673-2860-7010-887e-96afc98697ff', NULL, 'anna');
INSERT INTO public.change VALUES (1, 17, 0, 'symptom', '01a20673-2860-7011-aee2-f477c5715cc8', NULL, 'anna');
INSERT INTO public.change VALUES (1, 18, 0, 'symptom', '01a20673-2860-7012-974e-280a8df564d6', NULL, 'anna');
INSERT INTO public.change VALUES (1, 19, 0, 'medicine', '01a20673-2860-7013-9c43-0bb7eae602f4', NULL, 'anna');
INSERT INTO public.change VALUES (1, 20, 0, 'visit', '01a20673-2860-7014-bfe6-cafd96cf60af', NULL, 'anna');
INSERT INTO public.change VALUES (1, 20, 1, 'snooze', 'ART-REGULAR', NULL, 'anna');
INSERT INTO public.change VALUES (1, 21, 0, 'timer', '', NULL, 'anna');
INSERT INTO public.change VALUES (1, 22, 0, 'episode', '1', '{"row": {"person_id": 1, "number": 1, "uid": "01a20673-2860-7001-9b6b-ab7ebf17cb26", "night": 739936, "started_at": 1794873000, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 0, "daytime": 0, "duration_seconds": 300, "duration_is_estimate": 0, "type": null, "spread": null, "pain": 7, "woke": 1, "sore": null, "numb": null, "hard": null, "twitching": null, "note": null, "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 1, "number": 1, "position": 0, "muscle": "calf", "side": "left"}], "episode_trigger": [{"person_id": 1, "number": 1, "position": 0, "trigger_id": "stress"}], "episode_remedy": [{"person_id": 1, "number": 1, "position": 0, "remedy_id": "stretch", "helped": 1, "relief_seconds": 120, "not_helped": 0}]}}', 'anna');
INSERT INTO public.change VALUES (1, 23, 0, 'episode', '1', '{"row": {"person_id": 1, "number": 1, "uid": "01a20673-2860-7001-9b6b-ab7ebf17cb26", "night": 739936, "started_at": 1794873000, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 0, "daytime": 0, "duration_seconds": 300, "duration_is_estimate": 0, "type": null, "spread": null, "pain": 6, "woke": 1, "sore": null, "numb": null, "hard": null, "twitching": null, "note": null, "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 1, "number": 1, "position": 0, "muscle": "calf", "side": "left"}], "episode_trigger": [{"person_id": 1, "number": 1, "position": 0, "trigger_id": "stress"}], "episode_remedy": [{"person_id": 1, "number": 1, "position": 0, "remedy_id": "stretch", "helped": 1, "relief_seconds": 120, "not_helped": 0}]}}', 'anna');
INSERT INTO public.change VALUES (1, 24, 0, 'episode', '1', '{"row": {"person_id": 1, "number": 1, "uid": "01a20673-2860-7001-9b6b-ab7ebf17cb26", "night": 739936, "started_at": 1794873000, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 0, "daytime": 0, "duration_seconds": 300, "duration_is_estimate": 0, "type": null, "spread": null, "pain": 7, "woke": 1, "sore": null, "numb": null, "hard": null, "twitching": null, "note": null, "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 1, "number": 1, "position": 0, "muscle": "calf", "side": "left"}], "episode_trigger": [{"person_id": 1, "number": 1, "position": 0, "trigger_id": "stress"}], "episode_remedy": [{"person_id": 1, "number": 1, "position": 0, "remedy_id": "stretch", "helped": 1, "relief_seconds": 120, "not_helped": 0}]}}', 'anna');
INSERT INTO public.change VALUES (1, 25, 0, 'night', '739939', '{"row": {"person_id": 1, "night": 739939, "quiet": 1, "recorded_at": 1795404540, "recorded_offset": 0}, "children": {"night_factor": []}}', 'anna');
INSERT INTO public.change VALUES (1, 26, 0, 'episode', '9', NULL, 'anna');
INSERT INTO public.change VALUES (1, 27, 0, 'episode', '9', '{"row": {"person_id": 1, "number": 9, "uid": "01a20673-2860-701a-af9f-32452c9c90d8", "night": 739942, "started_at": 1795404480, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 0, "daytime": 0, "duration_seconds": 60, "duration_is_estimate": 0, "type": null, "spread": null, "pain": null, "woke": null, "sore": null, "numb": null, "hard": null, "twitching": null, "note": null, "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 1, "number": 9, "position": 0, "muscle": "hand", "side": "left"}], "episode_trigger": [], "episode_remedy": []}}', 'anna');
INSERT INTO public.change VALUES (2, 1, 0, 'episode', '1', NULL, 'anna');
INSERT INTO public.change VALUES (2, 2, 0, 'episode', '1', '{"row": {"person_id": 2, "number": 1, "uid": "01a20673-2860-7001-a9ab-28be88dd627e", "night": 739939, "started_at": 1795136400, "utc_offset": 0, "zone": "Europe/London", "time_is_approximate": 0, "daytime": 0, "duration_seconds": 120, "duration_is_estimate": 0, "type": null, "spread": null, "pain": 5, "woke": null, "sore": null, "numb": null, "hard": null, "twitching": null, "note": "anna''s own", "recorded_at": 1795404540, "recorded_offset": 0, "source": "log", "deleted_at": null}, "children": {"site": [{"person_id": 2, "number": 1, "position": 0, "muscle": "calf", "side": "left"}], "episode_trigger": [], "episode_remedy": [{"person_id": 2, "number": 1, "position": 0, "remedy_id": "walk", "helped": 0, "relief_seconds": null, "not_helped": 0}]}}', 'anna');
INSERT INTO public.change VALUES (2, 3, 0, 'episode', '1', NULL, 'anna');
INSERT INTO public.change VALUES (1, 1, 0, 'episode', '1', NULL, 'bob');
INSERT INTO public.condition VALUES (1, '01a20673-2860-700f-9461-4b1dfe8e2ab1', 'varicose_veins', 1, 0, '2019', NULL, 1795404540, 'anna');
INSERT INTO public.condition VALUES (1, '01a20673-2860-7010-887e-96afc98697ff', 'diabetes', 1, 1, NULL, NULL, 1795404540, 'anna');
INSERT INTO public.difference VALUES (1, 'night', '739942', 'factor:cold', '[{"value": {"value": "no", "recorded_at": 1}, "at": 1795400000}]', 'anna');
INSERT INTO public.dose VALUES (1, '01a20673-2860-7013-9c43-0bb7eae602f4', 0, '20 mg', '2026-05', 'anna');
INSERT INTO public.episode VALUES (1, 3, '01a20673-2860-7003-b135-d2db2dd80f2d', 739940, 1795230000, 0, 'Europe/London', 0, 0, 720, 1, 'tonic', NULL, 8, 1, 0, NULL, NULL, NULL, 'in the garden', 1795404540, 0, 'log', NULL, 'anna');
INSERT INTO public.episode VALUES (1, 4, '01a20673-2860-7004-ab27-ceb76c355eb3', 739941, 1795277700, 0, 'Europe/London', 0, 1, 20, 0, 'clonic', NULL, 3, NULL, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', NULL, 'anna');
INSERT INTO public.episode VALUES (1, 5, '01a20673-2860-7005-bf2a-ff5ba421bbad', 739941, 1795309800, 0, 'Europe/London', 0, 0, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', NULL, 'anna');
INSERT INTO public.episode VALUES (1, 6, '01a20673-2860-7006-afa5-1023daf558b6', 739942, 1795401000, 0, 'Europe/London', 0, 0, 180, 0, NULL, NULL, 6, NULL, NULL, 1, 1, NULL, 'after a long walk; "quoted", דב, 🦵
second line', 1795404540, 0, 'log', NULL, 'anna');
INSERT INTO public.episode VALUES (1, 8, '01a20673-2860-7008-ad0c-c135698f716b', 739942, 1795404540, 0, 'Europe/London', 0, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', NULL, 'anna');
INSERT INTO public.episode VALUES (1, 2, '01a20673-2860-7002-8458-4a6b258f80e2', 739938, 1795055400, 0, 'Europe/London', 0, 0, 90, 0, NULL, NULL, 4, NULL, 1, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', 1795404540, 'anna');
INSERT INTO public.episode VALUES (1, 7, '01a20673-2860-7007-865b-8336a71be570', 739942, 1795401600, 0, 'Europe/London', 1, 0, NULL, 0, NULL, NULL, 2, NULL, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', NULL, 'anna');
INSERT INTO public.episode VALUES (1, 1, '01a20673-2860-7001-9b6b-ab7ebf17cb26', 739936, 1794873000, 0, 'Europe/London', 0, 0, 300, 0, NULL, NULL, 6, 1, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', NULL, 'anna');
INSERT INTO public.episode VALUES (1, 9, '01a20673-2860-701a-af9f-32452c9c90d8', 739942, 1795404480, 0, 'Europe/London', 0, 0, 60, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', 1795404540, 'anna');
INSERT INTO public.episode VALUES (2, 1, '01a20673-2860-7001-a9ab-28be88dd627e', 739939, 1795136400, 0, 'Europe/London', 0, 0, 120, 0, NULL, NULL, 5, NULL, NULL, NULL, NULL, NULL, 'anna''s own', 1795404540, 0, 'log', NULL, 'anna');
INSERT INTO public.episode VALUES (1, 1, '01a20673-2860-7001-a207-13cd59e31ffd', 739942, 1795404360, 0, 'Europe/London', 0, 0, 180, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1795404540, 0, 'log', NULL, 'bob');
INSERT INTO public.episode_remedy VALUES (1, 5, 0, 'walk', 0, NULL, 0, 'anna');
INSERT INTO public.episode_remedy VALUES (1, 5, 1, 'massage', 1, NULL, 0, 'anna');
INSERT INTO public.episode_remedy VALUES (1, 6, 0, 'massage', 0, NULL, 1, 'anna');
INSERT INTO public.episode_remedy VALUES (1, 1, 0, 'stretch', 1, 120, 0, 'anna');
INSERT INTO public.episode_remedy VALUES (2, 1, 0, 'walk', 0, NULL, 0, 'anna');
INSERT INTO public.episode_trigger VALUES (1, 3, 0, 'cold', 'anna');
INSERT INTO public.episode_trigger VALUES (1, 3, 1, 'dehydration', 'anna');
INSERT INTO public.episode_trigger VALUES (1, 5, 0, 'cold', 'anna');
INSERT INTO public.episode_trigger VALUES (1, 1, 0, 'stress', 'anna');
INSERT INTO public.medicine VALUES (1, '01a20673-2860-7013-9c43-0bb7eae602f4', 'simvastatin', 1, '2026-05', NULL, 1795404540, 'anna');
INSERT INTO public.merged VALUES (1, 'night', '739942', 'other', 1795400000, 'night', '[]', '{"said": {"factor:cold": {"value": "no", "recorded_at": 1}}, "others": {}}', 99, 'anna');
INSERT INTO public.night VALUES (1, 739937, 1, 1795404540, 0, 'anna');
INSERT INTO public.night VALUES (1, 739942, 0, 1795404540, 0, 'anna');
INSERT INTO public.night VALUES (1, 739939, 1, 1795404540, 0, 'anna');
INSERT INTO public.night_factor VALUES (1, 739937, 'stress', '6', 1795404540, 'anna');
INSERT INTO public.night_factor VALUES (1, 739937, 'water', '1.2', 1795404540, 'anna');
INSERT INTO public.night_factor VALUES (1, 739942, 'cold', 'yes', 1795404540, 'anna');
INSERT INTO public.night_factor VALUES (1, 739939, 'stress', '2', 1795404540, 'anna');
INSERT INTO public.person VALUES (3, '01a20673-2860-7f51-86bc-f45badb91486', 'bob', 1, 1, NULL, NULL, 1795404540, 1795404540, 'anna');
INSERT INTO public.person VALUES (1, '01a223e3-4a97-7c7a-8b4b-8c3af32524d6', 'me', 10, 28, 25, 27, 1795898428, NULL, 'anna');
INSERT INTO public.person VALUES (2, '01a20673-2860-7886-a887-9e87e6269236', 'anna', 2, 4, 1, 3, 1795404540, NULL, 'anna');
INSERT INTO public.person VALUES (1, '01a223e3-4df9-7307-9ff3-c3c87f1db727', 'me', 2, 2, 1, NULL, 1795898428, NULL, 'bob');
INSERT INTO public.profile VALUES (1, 'born', '1958', 1795404540, 'anna');
INSERT INTO public.profile VALUES (1, 'sex', 'f', 1795404540, 'anna');
INSERT INTO public.setting VALUES ('trigger.moonlight', 'full moon', 'anna');
INSERT INTO public.site VALUES (1, 2, 0, 'foot', 'right', 'anna');
INSERT INTO public.site VALUES (1, 3, 0, 'calf', 'left', 'anna');
INSERT INTO public.site VALUES (1, 3, 1, 'hamstring', 'right', 'anna');
INSERT INTO public.site VALUES (1, 4, 0, 'leg', 'both', 'anna');
INSERT INTO public.site VALUES (1, 5, 0, 'toes', NULL, 'anna');
INSERT INTO public.site VALUES (1, 6, 0, 'calf', 'right', 'anna');
INSERT INTO public.site VALUES (1, 7, 0, 'calf', 'both', 'anna');
INSERT INTO public.site VALUES (1, 1, 0, 'calf', 'left', 'anna');
INSERT INTO public.site VALUES (1, 9, 0, 'hand', 'left', 'anna');
INSERT INTO public.site VALUES (2, 1, 0, 'calf', 'left', 'anna');
INSERT INTO public.site VALUES (1, 1, 0, 'foot', 'right', 'bob');
INSERT INTO public.snooze VALUES (1, 'ART-REGULAR', 739972, 'ROUTINE', 'seen', 1795404540, 'a sign', 'anna');
INSERT INTO public.symptom VALUES (1, '01a20673-2860-7011-aee2-f477c5715cc8', 'swelling', 'left', 739942, 'present', 1795404540, 'anna');
INSERT INTO public.symptom VALUES (1, '01a20673-2860-7012-974e-280a8df564d6', 'swelling', NULL, 739942, 'absent', 1795404540, 'anna');
INSERT INTO public.timer VALUES (1, 1795404540, 0, 'Europe/London', 0, 'left calf @stress', 'again', 1795404540, 'anna');
INSERT INTO public.visit VALUES (1, '01a20673-2860-7014-bfe6-cafd96cf60af', 739951, 'Dr Who', 0, 1795404540, 'anna');
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.act
    ADD CONSTRAINT pk_act PRIMARY KEY (owner, person_id, id);
ALTER TABLE ONLY public.change
    ADD CONSTRAINT pk_change PRIMARY KEY (owner, person_id, act_id, "position");
ALTER TABLE ONLY public.condition
    ADD CONSTRAINT pk_condition PRIMARY KEY (owner, person_id, uid);
ALTER TABLE ONLY public.difference
    ADD CONSTRAINT pk_difference PRIMARY KEY (owner, person_id, entity, key, field);
ALTER TABLE ONLY public.dose
    ADD CONSTRAINT pk_dose PRIMARY KEY (owner, person_id, uid, "position");
ALTER TABLE ONLY public.episode
    ADD CONSTRAINT pk_episode PRIMARY KEY (owner, person_id, number);
ALTER TABLE ONLY public.episode_remedy
    ADD CONSTRAINT pk_episode_remedy PRIMARY KEY (owner, person_id, number, "position");
ALTER TABLE ONLY public.episode_trigger
    ADD CONSTRAINT pk_episode_trigger PRIMARY KEY (owner, person_id, number, "position");
ALTER TABLE ONLY public.medicine
    ADD CONSTRAINT pk_medicine PRIMARY KEY (owner, person_id, uid);
ALTER TABLE ONLY public.merged
    ADD CONSTRAINT pk_merged PRIMARY KEY (owner, person_id, entity, gid, uid);
ALTER TABLE ONLY public.night
    ADD CONSTRAINT pk_night PRIMARY KEY (owner, person_id, night);
ALTER TABLE ONLY public.night_factor
    ADD CONSTRAINT pk_night_factor PRIMARY KEY (owner, person_id, night, factor);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT pk_person PRIMARY KEY (owner, id);
ALTER TABLE ONLY public.profile
    ADD CONSTRAINT pk_profile PRIMARY KEY (owner, person_id, key);
ALTER TABLE ONLY public.site
    ADD CONSTRAINT pk_site PRIMARY KEY (owner, person_id, number, "position");
ALTER TABLE ONLY public.snooze
    ADD CONSTRAINT pk_snooze PRIMARY KEY (owner, person_id, rule_id);
ALTER TABLE ONLY public.symptom
    ADD CONSTRAINT pk_symptom PRIMARY KEY (owner, person_id, uid);
ALTER TABLE ONLY public.timer
    ADD CONSTRAINT pk_timer PRIMARY KEY (owner, person_id);
ALTER TABLE ONLY public.visit
    ADD CONSTRAINT pk_visit PRIMARY KEY (owner, person_id, uid);
ALTER TABLE ONLY public.episode
    ADD CONSTRAINT uq_episode_owner_person_id_uid UNIQUE (owner, person_id, uid);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_owner_name UNIQUE (owner, name);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_owner_uid UNIQUE (owner, uid);
ALTER TABLE ONLY public.setting
    ADD CONSTRAINT uq_setting_owner_key PRIMARY KEY (owner, key);
CREATE INDEX ix_episode_night ON public.episode USING btree (owner, person_id, night, started_at, number, daytime) WHERE (deleted_at IS NULL);
CREATE INDEX ix_symptom_day ON public.symptom USING btree (owner, person_id, day);
ALTER TABLE ONLY public.act
    ADD CONSTRAINT fk_act_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE ONLY public.change
    ADD CONSTRAINT fk_change_act FOREIGN KEY (owner, person_id, act_id) REFERENCES public.act(owner, person_id, id);
ALTER TABLE ONLY public.condition
    ADD CONSTRAINT fk_condition_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE ONLY public.difference
    ADD CONSTRAINT fk_difference_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE ONLY public.dose
    ADD CONSTRAINT fk_dose_medicine FOREIGN KEY (owner, person_id, uid) REFERENCES public.medicine(owner, person_id, uid) ON DELETE CASCADE;
ALTER TABLE ONLY public.episode
    ADD CONSTRAINT fk_episode_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE ONLY public.episode_remedy
    ADD CONSTRAINT fk_episode_remedy_episode FOREIGN KEY (owner, person_id, number) REFERENCES public.episode(owner, person_id, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.episode_trigger
    ADD CONSTRAINT fk_episode_trigger_episode FOREIGN KEY (owner, person_id, number) REFERENCES public.episode(owner, person_id, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.medicine
    ADD CONSTRAINT fk_medicine_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE ONLY public.merged
    ADD CONSTRAINT fk_merged_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE ONLY public.night_factor
    ADD CONSTRAINT fk_night_factor_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE ONLY public.night
    ADD CONSTRAINT fk_night_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE ONLY public.profile
    ADD CONSTRAINT fk_profile_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE ONLY public.site
    ADD CONSTRAINT fk_site_episode FOREIGN KEY (owner, person_id, number) REFERENCES public.episode(owner, person_id, number) ON DELETE CASCADE;
ALTER TABLE ONLY public.snooze
    ADD CONSTRAINT fk_snooze_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE ONLY public.symptom
    ADD CONSTRAINT fk_symptom_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE ONLY public.timer
    ADD CONSTRAINT fk_timer_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE ONLY public.visit
    ADD CONSTRAINT fk_visit_person FOREIGN KEY (owner, person_id) REFERENCES public.person(owner, id);
ALTER TABLE public.act ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.change ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.condition ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.difference ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.dose ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.episode ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.episode_remedy ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.episode_trigger ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.medicine ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.merged ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.night ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.night_factor ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON public.act USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.change USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.condition USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.difference USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.dose USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.episode USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.episode_remedy USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.episode_trigger USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.medicine USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.merged USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.night USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.night_factor USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.person USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.profile USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.setting USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.site USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.snooze USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.symptom USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.timer USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows ON public.visit USING ((owner = (SESSION_USER)::text));
CREATE POLICY own_rows_first ON public.act AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.change AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.condition AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.difference AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.dose AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.episode AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.episode_remedy AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.episode_trigger AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.medicine AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.merged AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.night AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.night_factor AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.person AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.profile AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.setting AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.site AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.snooze AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.symptom AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.timer AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
CREATE POLICY own_rows_first ON public.visit AS RESTRICTIVE USING (((owner = ANY (ARRAY[( SELECT (SESSION_USER)::text AS login)])) IS TRUE));
ALTER TABLE public.person ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.profile ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.site ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.snooze ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.symptom ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.timer ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.visit ENABLE ROW LEVEL SECURITY;
REVOKE ALL ON FUNCTION pg_catalog.lo_close(integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_creat(integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_create(oid) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_get(oid) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_get(oid, bigint, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_lseek(integer, integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_lseek64(integer, bigint, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_open(oid, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_put(oid, bigint, bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_tell(integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_tell64(integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_truncate(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_truncate64(integer, bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_unlink(oid) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.loread(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lowrite(integer, bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock_all() FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_unlock_shared(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION public.cramplog_clear_difference(integer, text, text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_clear_difference(integer, text, text) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_clear_dose(integer, text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_clear_dose(integer, text) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_clear_episode_remedy(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_clear_episode_remedy(integer, integer) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_clear_episode_trigger(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_clear_episode_trigger(integer, integer) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_clear_night_factor(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_clear_night_factor(integer, integer) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_clear_site(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_clear_site(integer, integer) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_delete_condition(integer, text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_delete_condition(integer, text) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_delete_episode(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_delete_episode(integer, integer) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_delete_medicine(integer, text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_delete_medicine(integer, text) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_delete_night(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_delete_night(integer, integer) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_delete_profile(integer, text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_delete_profile(integer, text) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_delete_snooze(integer, text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_delete_snooze(integer, text) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_delete_symptom(integer, text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_delete_symptom(integer, text) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_delete_timer(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_delete_timer(integer) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_delete_visit(integer, text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_delete_visit(integer, text) TO cramplog_diary;
REVOKE ALL ON FUNCTION public.cramplog_drop_setting(text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cramplog_drop_setting(text) TO cramplog_diary;
GRANT SELECT ON TABLE public.act TO cramplog_diary;
GRANT INSERT(person_id) ON TABLE public.act TO cramplog_diary;
GRANT INSERT(id) ON TABLE public.act TO cramplog_diary;
GRANT INSERT(uid) ON TABLE public.act TO cramplog_diary;
GRANT INSERT(command) ON TABLE public.act TO cramplog_diary;
GRANT INSERT(said) ON TABLE public.act TO cramplog_diary;
GRANT INSERT(at) ON TABLE public.act TO cramplog_diary;
GRANT INSERT(reverts) ON TABLE public.act TO cramplog_diary;
GRANT INSERT(beneath) ON TABLE public.act TO cramplog_diary;
GRANT SELECT ON TABLE public.alembic_version TO cramplog_diary;
GRANT SELECT ON TABLE public.change TO cramplog_diary;
GRANT INSERT(person_id) ON TABLE public.change TO cramplog_diary;
GRANT INSERT(act_id) ON TABLE public.change TO cramplog_diary;
GRANT INSERT("position") ON TABLE public.change TO cramplog_diary;
GRANT INSERT(entity) ON TABLE public.change TO cramplog_diary;
GRANT INSERT(key) ON TABLE public.change TO cramplog_diary;
GRANT INSERT(before) ON TABLE public.change TO cramplog_diary;
GRANT SELECT ON TABLE public.condition TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.condition TO cramplog_diary;
GRANT INSERT(uid),UPDATE(uid) ON TABLE public.condition TO cramplog_diary;
GRANT INSERT(name),UPDATE(name) ON TABLE public.condition TO cramplog_diary;
GRANT INSERT(known),UPDATE(known) ON TABLE public.condition TO cramplog_diary;
GRANT INSERT(absent),UPDATE(absent) ON TABLE public.condition TO cramplog_diary;
GRANT INSERT(since),UPDATE(since) ON TABLE public.condition TO cramplog_diary;
GRANT INSERT(until),UPDATE(until) ON TABLE public.condition TO cramplog_diary;
GRANT INSERT(recorded_at),UPDATE(recorded_at) ON TABLE public.condition TO cramplog_diary;
GRANT SELECT ON TABLE public.difference TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.difference TO cramplog_diary;
GRANT INSERT(entity),UPDATE(entity) ON TABLE public.difference TO cramplog_diary;
GRANT INSERT(key),UPDATE(key) ON TABLE public.difference TO cramplog_diary;
GRANT INSERT(field),UPDATE(field) ON TABLE public.difference TO cramplog_diary;
GRANT INSERT(others),UPDATE(others) ON TABLE public.difference TO cramplog_diary;
GRANT SELECT ON TABLE public.dose TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.dose TO cramplog_diary;
GRANT INSERT(uid),UPDATE(uid) ON TABLE public.dose TO cramplog_diary;
GRANT INSERT("position"),UPDATE("position") ON TABLE public.dose TO cramplog_diary;
GRANT INSERT(text),UPDATE(text) ON TABLE public.dose TO cramplog_diary;
GRANT INSERT(since),UPDATE(since) ON TABLE public.dose TO cramplog_diary;
GRANT SELECT ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(number),UPDATE(number) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(uid),UPDATE(uid) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(night),UPDATE(night) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(started_at),UPDATE(started_at) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(utc_offset),UPDATE(utc_offset) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(zone),UPDATE(zone) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(time_is_approximate),UPDATE(time_is_approximate) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(daytime),UPDATE(daytime) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(duration_seconds),UPDATE(duration_seconds) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(duration_is_estimate),UPDATE(duration_is_estimate) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(type),UPDATE(type) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(spread),UPDATE(spread) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(pain),UPDATE(pain) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(woke),UPDATE(woke) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(sore),UPDATE(sore) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(numb),UPDATE(numb) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(hard),UPDATE(hard) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(twitching),UPDATE(twitching) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(note),UPDATE(note) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(recorded_at),UPDATE(recorded_at) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(recorded_offset),UPDATE(recorded_offset) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(source),UPDATE(source) ON TABLE public.episode TO cramplog_diary;
GRANT INSERT(deleted_at),UPDATE(deleted_at) ON TABLE public.episode TO cramplog_diary;
GRANT SELECT ON TABLE public.episode_remedy TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.episode_remedy TO cramplog_diary;
GRANT INSERT(number),UPDATE(number) ON TABLE public.episode_remedy TO cramplog_diary;
GRANT INSERT("position"),UPDATE("position") ON TABLE public.episode_remedy TO cramplog_diary;
GRANT INSERT(remedy_id),UPDATE(remedy_id) ON TABLE public.episode_remedy TO cramplog_diary;
GRANT INSERT(helped),UPDATE(helped) ON TABLE public.episode_remedy TO cramplog_diary;
GRANT INSERT(relief_seconds),UPDATE(relief_seconds) ON TABLE public.episode_remedy TO cramplog_diary;
GRANT INSERT(not_helped),UPDATE(not_helped) ON TABLE public.episode_remedy TO cramplog_diary;
GRANT SELECT ON TABLE public.episode_trigger TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.episode_trigger TO cramplog_diary;
GRANT INSERT(number),UPDATE(number) ON TABLE public.episode_trigger TO cramplog_diary;
GRANT INSERT("position"),UPDATE("position") ON TABLE public.episode_trigger TO cramplog_diary;
GRANT INSERT(trigger_id),UPDATE(trigger_id) ON TABLE public.episode_trigger TO cramplog_diary;
GRANT SELECT ON TABLE public.medicine TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.medicine TO cramplog_diary;
GRANT INSERT(uid),UPDATE(uid) ON TABLE public.medicine TO cramplog_diary;
GRANT INSERT(name),UPDATE(name) ON TABLE public.medicine TO cramplog_diary;
GRANT INSERT(known),UPDATE(known) ON TABLE public.medicine TO cramplog_diary;
GRANT INSERT(started),UPDATE(started) ON TABLE public.medicine TO cramplog_diary;
GRANT INSERT(stopped),UPDATE(stopped) ON TABLE public.medicine TO cramplog_diary;
GRANT INSERT(recorded_at),UPDATE(recorded_at) ON TABLE public.medicine TO cramplog_diary;
GRANT SELECT ON TABLE public.merged TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.merged TO cramplog_diary;
GRANT INSERT(entity),UPDATE(entity) ON TABLE public.merged TO cramplog_diary;
GRANT INSERT(gid),UPDATE(gid) ON TABLE public.merged TO cramplog_diary;
GRANT INSERT(uid),UPDATE(uid) ON TABLE public.merged TO cramplog_diary;
GRANT INSERT(at),UPDATE(at) ON TABLE public.merged TO cramplog_diary;
GRANT INSERT(command),UPDATE(command) ON TABLE public.merged TO cramplog_diary;
GRANT INSERT(parents),UPDATE(parents) ON TABLE public.merged TO cramplog_diary;
GRANT INSERT(state),UPDATE(state) ON TABLE public.merged TO cramplog_diary;
GRANT INSERT(since_act),UPDATE(since_act) ON TABLE public.merged TO cramplog_diary;
GRANT SELECT ON TABLE public.night TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.night TO cramplog_diary;
GRANT INSERT(night),UPDATE(night) ON TABLE public.night TO cramplog_diary;
GRANT INSERT(quiet),UPDATE(quiet) ON TABLE public.night TO cramplog_diary;
GRANT INSERT(recorded_at),UPDATE(recorded_at) ON TABLE public.night TO cramplog_diary;
GRANT INSERT(recorded_offset),UPDATE(recorded_offset) ON TABLE public.night TO cramplog_diary;
GRANT SELECT ON TABLE public.night_factor TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.night_factor TO cramplog_diary;
GRANT INSERT(night),UPDATE(night) ON TABLE public.night_factor TO cramplog_diary;
GRANT INSERT(factor),UPDATE(factor) ON TABLE public.night_factor TO cramplog_diary;
GRANT INSERT(value),UPDATE(value) ON TABLE public.night_factor TO cramplog_diary;
GRANT INSERT(recorded_at),UPDATE(recorded_at) ON TABLE public.night_factor TO cramplog_diary;
GRANT SELECT ON TABLE public.person TO cramplog_diary;
GRANT INSERT(uid),UPDATE(uid) ON TABLE public.person TO cramplog_diary;
GRANT INSERT(name),UPDATE(name) ON TABLE public.person TO cramplog_diary;
GRANT INSERT(next_number),UPDATE(next_number) ON TABLE public.person TO cramplog_diary;
GRANT INSERT(next_act),UPDATE(next_act) ON TABLE public.person TO cramplog_diary;
GRANT INSERT(undo_top),UPDATE(undo_top) ON TABLE public.person TO cramplog_diary;
GRANT INSERT(redo_top),UPDATE(redo_top) ON TABLE public.person TO cramplog_diary;
GRANT INSERT(recorded_at),UPDATE(recorded_at) ON TABLE public.person TO cramplog_diary;
GRANT INSERT(removed_at),UPDATE(removed_at) ON TABLE public.person TO cramplog_diary;
GRANT SELECT ON TABLE public.profile TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.profile TO cramplog_diary;
GRANT INSERT(key),UPDATE(key) ON TABLE public.profile TO cramplog_diary;
GRANT INSERT(value),UPDATE(value) ON TABLE public.profile TO cramplog_diary;
GRANT INSERT(recorded_at),UPDATE(recorded_at) ON TABLE public.profile TO cramplog_diary;
GRANT SELECT ON TABLE public.setting TO cramplog_diary;
GRANT INSERT(key),UPDATE(key) ON TABLE public.setting TO cramplog_diary;
GRANT INSERT(value),UPDATE(value) ON TABLE public.setting TO cramplog_diary;
GRANT SELECT ON TABLE public.site TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.site TO cramplog_diary;
GRANT INSERT(number),UPDATE(number) ON TABLE public.site TO cramplog_diary;
GRANT INSERT("position"),UPDATE("position") ON TABLE public.site TO cramplog_diary;
GRANT INSERT(muscle),UPDATE(muscle) ON TABLE public.site TO cramplog_diary;
GRANT INSERT(side),UPDATE(side) ON TABLE public.site TO cramplog_diary;
GRANT SELECT ON TABLE public.snooze TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.snooze TO cramplog_diary;
GRANT INSERT(rule_id),UPDATE(rule_id) ON TABLE public.snooze TO cramplog_diary;
GRANT INSERT(until_day),UPDATE(until_day) ON TABLE public.snooze TO cramplog_diary;
GRANT INSERT(urgency),UPDATE(urgency) ON TABLE public.snooze TO cramplog_diary;
GRANT INSERT(because),UPDATE(because) ON TABLE public.snooze TO cramplog_diary;
GRANT INSERT(recorded_at),UPDATE(recorded_at) ON TABLE public.snooze TO cramplog_diary;
GRANT INSERT(evidence),UPDATE(evidence) ON TABLE public.snooze TO cramplog_diary;
GRANT SELECT ON TABLE public.symptom TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.symptom TO cramplog_diary;
GRANT INSERT(uid),UPDATE(uid) ON TABLE public.symptom TO cramplog_diary;
GRANT INSERT(name),UPDATE(name) ON TABLE public.symptom TO cramplog_diary;
GRANT INSERT(side),UPDATE(side) ON TABLE public.symptom TO cramplog_diary;
GRANT INSERT(day),UPDATE(day) ON TABLE public.symptom TO cramplog_diary;
GRANT INSERT(status),UPDATE(status) ON TABLE public.symptom TO cramplog_diary;
GRANT INSERT(recorded_at),UPDATE(recorded_at) ON TABLE public.symptom TO cramplog_diary;
GRANT SELECT ON TABLE public.timer TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.timer TO cramplog_diary;
GRANT INSERT(started_at),UPDATE(started_at) ON TABLE public.timer TO cramplog_diary;
GRANT INSERT(utc_offset),UPDATE(utc_offset) ON TABLE public.timer TO cramplog_diary;
GRANT INSERT(zone),UPDATE(zone) ON TABLE public.timer TO cramplog_diary;
GRANT INSERT(time_is_approximate),UPDATE(time_is_approximate) ON TABLE public.timer TO cramplog_diary;
GRANT INSERT(words),UPDATE(words) ON TABLE public.timer TO cramplog_diary;
GRANT INSERT(note),UPDATE(note) ON TABLE public.timer TO cramplog_diary;
GRANT INSERT(recorded_at),UPDATE(recorded_at) ON TABLE public.timer TO cramplog_diary;
GRANT SELECT ON TABLE public.visit TO cramplog_diary;
GRANT INSERT(person_id),UPDATE(person_id) ON TABLE public.visit TO cramplog_diary;
GRANT INSERT(uid),UPDATE(uid) ON TABLE public.visit TO cramplog_diary;
GRANT INSERT(day),UPDATE(day) ON TABLE public.visit TO cramplog_diary;
GRANT INSERT(who),UPDATE(who) ON TABLE public.visit TO cramplog_diary;
GRANT INSERT(done),UPDATE(done) ON TABLE public.visit TO cramplog_diary;
GRANT INSERT(recorded_at),UPDATE(recorded_at) ON TABLE public.visit TO cramplog_diary;
